import type { Role } from "@beseda/protocol";
import { NumberInput, Select, Switch, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useTexts } from "../i18n/texts";
import { queries } from "../rest/queries";
import { request } from "../rest/request";
import type { Operator, OperatorDraft } from "../rest/types";
import { serverNow } from "../shell/clock";
import { useIsAdministrator, useSession } from "../shell/session";
import { AbilityFields } from "./AbilityFields";
import { Belonging } from "./Belonging";
import { Block, Page } from "./Page";
import { PhotoField } from "./PhotoField";
import { ResetSecondFactor } from "./ResetSecondFactor";
import { SaveBar } from "./SaveBar";
import style from "./Settings.module.css";
import { useForm } from "./useForm";

const roles: readonly Role[] = ["operator", "supervisor", "administrator"];

/** One colleague: what visitors see of them, what they may do, and whom they serve. */
export function PersonPage({ person }: { person: Operator }) {
  const { t, format } = useTexts();
  const cache = useQueryClient();
  const administrator = useIsAdministrator();
  const self = useSession().operator.id === person.id;
  const refresh = () => cache.invalidateQueries({ queryKey: queries.operators.queryKey });
  const { name, title, role, capacity, sites, departments, languages, skills, disabled } = person;
  const stored: OperatorDraft = { name, title, role, capacity, sites, departments, languages, skills, disabled };
  const form = useForm(`person ${person.id}`, stored, Object.keys(stored), async (draft) => {
    await request("PUT", `/api/operators/${person.id}`, draft);
    await refresh();
  });
  const { value, errors, change } = form;
  const seen =
    person.lastSeenAt === null
      ? t("people.neverSeen")
      : t("people.seen", { time: format.dayAndTime(person.lastSeenAt, serverNow()) });
  return (
    <Page title={person.name} lead={`${person.email} · ${seen}`}>
      <form onSubmit={form.submit}>
        <fieldset className={`${style.form} ${style.fieldset}`} disabled={!administrator}>
          <PhotoField person={person} path={`/api/operators/${person.id}/photo`} changed={refresh} />
          <div className={style.pair}>
            <TextInput
              label={t("field.name")}
              required
              withAsterisk={false}
              maxLength={100}
              value={value.name}
              error={errors.name}
              onChange={(event) => change({ name: event.currentTarget.value })}
            />
            <TextInput
              label={t("field.title")}
              placeholder={t("field.titlePlaceholder")}
              maxLength={100}
              value={value.title}
              error={errors.title}
              onChange={(event) => change({ title: event.currentTarget.value })}
            />
          </div>
          <div className={style.pair}>
            <Select
              label={t("people.role")}
              description={t(`role.${value.role}Hint`)}
              data={roles.map((each) => ({ value: each, label: t(`role.${each}`) }))}
              allowDeselect={false}
              value={value.role}
              error={errors.role}
              onChange={(next) => next !== null && change({ role: next })}
            />
            <NumberInput
              label={t("people.capacityLabel")}
              description={t("people.capacityHint")}
              min={1}
              max={100}
              allowDecimal={false}
              value={value.capacity}
              error={errors.capacity}
              onChange={(next) => change({ capacity: Number(next) || 1 })}
            />
          </div>
          <Belonging value={value} errors={errors} change={change} />
          <AbilityFields value={value} errors={errors} change={change} />
          <Switch
            label={t("people.enabled")}
            description={t(self ? "people.enabledSelf" : "people.enabledHint")}
            disabled={self}
            checked={!value.disabled}
            onChange={(event) => change({ disabled: !event.currentTarget.checked })}
          />
          {administrator && <SaveBar form={form} />}
        </fieldset>
      </form>
      {administrator && person.secondFactor && (
        <Block title={t("secondFactor.title")}>
          <ResetSecondFactor path={`/api/operators/${person.id}/second-factor`} done={refresh} />
        </Block>
      )}
    </Page>
  );
}
