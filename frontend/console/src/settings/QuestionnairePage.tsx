import { ActionIcon, Button, Switch, TagsInput, TextInput } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { ArrowUp, Plus, Trash2 } from "lucide-react";
import { useTexts } from "../i18n/texts";
import { OfSite } from "../outreach/OfSite";
import type { AskedField, Questionnaire } from "../rest/clients";
import { queries } from "../rest/queries";
import { request } from "../rest/request";
import type { Site } from "../rest/types";
import { Loaded } from "./Loaded";
import own from "./QuestionnairePage.module.css";
import { SaveBar } from "./SaveBar";
import style from "./Settings.module.css";
import { type Form, useForm } from "./useForm";

const most = 10;
const kinds: readonly AskedField["kind"][] = ["name", "email", "phone", "text", "choice"];
const isOwn = (kind: AskedField["kind"]) => kind === "text" || kind === "choice";
const paths = Array.from({ length: most }, (_, at) => [`fields.${at}.label`, `fields.${at}.options`]).flat();

/** What visitors of a site are asked before a conversation begins. */
export function QuestionnairePage({ item }: { item: string | null }) {
  const { t } = useTexts();
  return (
    <OfSite section="questionnaire" item={item} title={t("settings.questionnaire")} lead={t("questionnaire.lead")}>
      {(site) => <Stored key={site.id} site={site} />}
    </OfSite>
  );
}

function Stored({ site }: { site: Site }) {
  const stored = useQuery(queries.questionnaire(site.id));
  return <Loaded of={stored}>{(data) => <Fields site={site} stored={data} />}</Loaded>;
}

function Fields({ site, stored }: { site: Site; stored: Questionnaire }) {
  const { t } = useTexts();
  const cache = useQueryClient();
  const form = useForm<Questionnaire>(`questionnaire ${site.id}`, stored, paths, async (wanted) => {
    const changed = await request<Questionnaire>("PUT", `/api/sites/${site.id}/questionnaire`, wanted);
    cache.setQueryData(queries.questionnaire(site.id).queryKey, changed);
  });
  const { fields } = form.value;
  const free = kinds.filter((kind) => isOwn(kind) || fields.every((each) => each.kind !== kind));
  const add = (kind: AskedField["kind"]) =>
    form.change({ fields: [...fields, { kind, label: "", required: false, options: [] }] });
  return (
    <form className={style.form} onSubmit={form.submit} noValidate>
      {fields.length === 0 && <p className={style.faint}>{t("questionnaire.none")}</p>}
      {fields.map((field, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a field is named by its place; it has nothing else of its own.
        <One key={at} field={field} at={at} form={form} />
      ))}
      <div className={own.add}>
        {fields.length < most &&
          free.map((kind) => (
            <Button key={kind} variant="default" leftSection={<Plus size={16} aria-hidden />} onClick={() => add(kind)}>
              {t(`questionnaire.add.${kind}`)}
            </Button>
          ))}
      </div>
      <SaveBar form={form} />
    </form>
  );
}

function One({ field, at, form }: { field: AskedField; at: number; form: Form<Questionnaire> }) {
  const { t } = useTexts();
  const { fields } = form.value;
  const name = field.label || t(`questionnaire.kind.${field.kind}`);
  const put = (change: Partial<AskedField>) =>
    form.change({ fields: fields.map((each, index) => (index === at ? { ...each, ...change } : each)) });
  const up = () =>
    form.change({ fields: [...fields.slice(0, at - 1), field, ...fields.slice(at - 1, at), ...fields.slice(at + 1)] });
  return (
    <fieldset className={own.field} aria-label={name}>
      <div className={own.head}>
        <b>{t(`questionnaire.kind.${field.kind}`)}</b>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={32}
          disabled={at === 0}
          aria-label={t("questionnaire.up", { name })}
          onClick={up}
        >
          <ArrowUp size={18} aria-hidden />
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={32}
          aria-label={t("questionnaire.remove", { name })}
          onClick={() => form.change({ fields: fields.filter((_, index) => index !== at) })}
        >
          <Trash2 size={18} aria-hidden />
        </ActionIcon>
      </div>
      {isOwn(field.kind) && (
        <TextInput
          label={t("questionnaire.label")}
          placeholder={t(`questionnaire.example.${field.kind === "choice" ? "choice" : "text"}`)}
          maxLength={100}
          value={field.label}
          error={form.errors[`fields.${at}.label`]}
          onChange={(event) => put({ label: event.currentTarget.value })}
        />
      )}
      {field.kind === "choice" && (
        <TagsInput
          label={t("questionnaire.options")}
          description={t("questionnaire.optionsHint")}
          maxTags={20}
          acceptValueOnBlur
          value={field.options}
          error={form.errors[`fields.${at}.options`]}
          onChange={(options) => put({ options })}
        />
      )}
      <Switch
        label={t("questionnaire.required")}
        checked={field.required}
        onChange={(event) => put({ required: event.currentTarget.checked })}
      />
    </fieldset>
  );
}
