import { NumberInput, SegmentedControl, Select, Switch, TextInput } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { type Language, languages, useTexts } from "../i18n/texts";
import { errorWithin } from "../outreach/errors";
import { queries } from "../rest/queries";
import { addKind, changeKind, type Kind, type KindDraft, kindsQuery } from "../rest/requestKinds";
import { requestsKey } from "../rest/requests";
import { Block } from "../settings/Page";
import { SaveBar } from "../settings/SaveBar";
import style from "../settings/Settings.module.css";
import { type Form, useForm } from "../settings/useForm";
import { navigate } from "../shell/route";
import { Asks } from "./Asks";
import { Duty } from "./Duty";
import { otherWords } from "./drafts";
import { FieldsEditor } from "./FieldsEditor";
import own from "./Kinds.module.css";
import { Answer, Times } from "./Times";
import { RemoveKind, Where } from "./Where";

/** What every part of the form is given: the draft, and the language its texts are written in now. */
export interface Part {
  form: Form<KindDraft>;
  language: Language;
}

interface Props {
  name: string;
  /** Null: one that is not saved yet. */
  kind: Kind | null;
  stored: KindDraft;
}

/** All that is set of one kind of request. */
export function KindForm({ name, kind, stored }: Props) {
  const { t, language: reader } = useTexts();
  const cache = useQueryClient();
  const [language, setLanguage] = useState<Language>(reader);
  const form = useForm<KindDraft>(`request kind ${name}`, stored, [], async (draft) => {
    const saved = await (kind === null ? addKind(draft) : changeKind(kind.id, draft));
    await cache.invalidateQueries({ queryKey: kindsQuery.queryKey });
    void cache.invalidateQueries({ queryKey: requestsKey });
    if (kind === null) navigate({ page: "settings", section: "requests", item: saved.id }, true);
  });
  const part = { form, language };
  return (
    <form className={style.form} onSubmit={form.submit} noValidate>
      <div className={own.group}>
        <SegmentedControl
          className={own.languages ?? ""}
          aria-label={t("kinds.language")}
          data={languages.map((each) => ({ value: each, label: t(`language.${each}`) }))}
          value={language}
          onChange={(next) => setLanguage(next as Language)}
        />
        <p className={style.faint}>{t("kinds.languageHint")}</p>
      </div>
      <Named {...part} />
      <Belonging form={form} />
      <Block title={t("kinds.form")}>
        <Asks form={form} />
        <FieldsEditor {...part} />
      </Block>
      {form.value.nature === "call" ? <Times form={form} /> : <Answer form={form} />}
      <Duty form={form} />
      {kind !== null && <Where kind={kind} />}
      {kind !== null && kind.used === 0 && <RemoveKind kind={kind} />}
      <SaveBar form={form} />
    </form>
  );
}

function Named({ form: { value, errors, change }, language }: Part) {
  const { t } = useTexts();
  return (
    <>
      <TextInput
        name="kind-name"
        label={t("kinds.name")}
        placeholder={
          otherWords(value.name, language) || t(value.nature === "call" ? "kinds.callExample" : "kinds.letterExample")
        }
        maxLength={100}
        value={value.name[language] ?? ""}
        error={errorWithin(errors, "name")}
        onChange={(event) => change({ name: { ...value.name, [language]: event.currentTarget.value } })}
      />
      <TextInput
        name="kind-invitation"
        label={t("kinds.invitation")}
        placeholder={otherWords(value.invitation, language) || t("kinds.invitationExample")}
        maxLength={300}
        value={value.invitation[language] ?? ""}
        error={errorWithin(errors, "invitation")}
        onChange={(event) => change({ invitation: { ...value.invitation, [language]: event.currentTarget.value } })}
      />
      <Switch
        label={t("kinds.on")}
        checked={value.on}
        onChange={(event) => change({ on: event.currentTarget.checked })}
      />
    </>
  );
}

function Belonging({ form: { value, errors, change } }: { form: Form<KindDraft> }) {
  const { t } = useTexts();
  const sites = useQuery(queries.sites).data ?? [];
  const departments = useQuery(queries.departments).data ?? [];
  return (
    <>
      <div className={style.pair}>
        <Select
          label={t("kinds.site")}
          allowDeselect={false}
          data={[
            { value: "", label: t("kinds.allSites") },
            ...sites.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          value={value.site ?? ""}
          error={errors.site}
          onChange={(site) => change({ site: site || null })}
        />
        <NumberInput
          label={t("kinds.order")}
          description={t("kinds.orderHint")}
          min={0}
          max={999}
          allowDecimal={false}
          value={value.order}
          error={errors.order}
          onChange={(order) => change({ order: Number(order) })}
        />
      </div>
      <Select
        label={t("kinds.department")}
        description={t("kinds.departmentHint")}
        allowDeselect={false}
        data={[
          { value: "", label: t("kinds.everybody") },
          ...departments.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        value={value.department ?? ""}
        error={errors.department}
        onChange={(department) => change({ department: department || null })}
      />
    </>
  );
}
