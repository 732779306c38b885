import { Autocomplete, Button, NumberInput, Select } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useTexts } from "../i18n/texts";
import { queries } from "../rest/queries";
import { request } from "../rest/request";
import type { Department, Routing, RoutingDraft } from "../rest/types";
import { skillsOf } from "./AbilityFields";
import { Loaded } from "./Loaded";
import { Block } from "./Page";
import { SaveBar } from "./SaveBar";
import style from "./Settings.module.css";
import { type Form, useForm } from "./useForm";

interface Place {
  kind: "sites" | "departments";
  id: string;
}

const modes = ["both", "automatic", "manual"] as const;
const choices = ["least_busy", "longest_idle", "in_turn"] as const;
const fields = [
  "mode",
  "choice",
  "offerSeconds",
  "graceSeconds",
  "silenceMinutes",
  "overflow",
  "overflowSeconds",
  "answerSeconds",
  "skill",
  "priority",
] as const satisfies readonly (keyof RoutingDraft)[];

/** The rules of one site or department; what nobody has set is shown as it holds. */
export function RoutingForm(place: Place) {
  const routing = useQuery(queries.routing(place.kind, place.id));
  return <Loaded of={routing}>{(known) => <Editing place={place} known={known} />}</Loaded>;
}

function Editing({ place: { kind, id }, known: { own, ...stored } }: { place: Place; known: Routing }) {
  const { t } = useTexts();
  const cache = useQueryClient();
  const path = `/api/${kind}/${id}/routing`;
  const refresh = () => cache.invalidateQueries({ queryKey: queries.routing(kind, id).queryKey });
  const form = useForm<RoutingDraft>(`routing ${kind} ${id}`, stored, fields, async (draft) => {
    await request("PUT", path, draft);
    await refresh();
  });
  return (
    <form className={style.form} onSubmit={form.submit}>
      {!own && <p className={style.faint}>{t("routing.inherited")}</p>}
      <Select
        label={t("routing.mode")}
        description={t(`routing.mode.${form.value.mode}Hint`)}
        data={modes.map((mode) => ({ value: mode, label: t(`routing.mode.${mode}`) }))}
        allowDeselect={false}
        value={form.value.mode}
        error={form.errors.mode}
        onChange={(mode) => mode !== null && form.change({ mode: mode as RoutingDraft["mode"] })}
      />
      {form.value.mode !== "manual" && (
        <div className={style.pair}>
          <Select
            label={t("routing.choice")}
            data={choices.map((choice) => ({ value: choice, label: t(`routing.choice.${choice}`) }))}
            allowDeselect={false}
            value={form.value.choice}
            error={form.errors.choice}
            onChange={(choice) => choice !== null && form.change({ choice: choice as RoutingDraft["choice"] })}
          />
          <Figure form={form} of="offerSeconds" label={t("routing.offer")} hint={t("routing.offerHint")} />
        </div>
      )}
      <div className={style.pair}>
        <Figure form={form} of="graceSeconds" label={t("routing.grace")} hint={t("routing.graceHint")} />
        <Figure form={form} of="silenceMinutes" label={t("routing.silence")} hint={t("routing.silenceHint")} />
      </div>
      <div className={style.pair}>
        <Skill form={form} />
        <Figure form={form} of="answerSeconds" label={t("routing.answer")} hint={t("routing.answerHint")} />
      </div>
      <Help form={form} kind={kind} id={id} />
      <SaveBar form={form} />
      {own && !form.dirty && (
        <div>
          <Button
            variant="subtle"
            color="gray"
            onClick={() => void request("DELETE", path).then(refresh, () => undefined)}
          >
            {t("routing.reset")}
          </Button>
        </div>
      )}
    </form>
  );
}

/** Who helps out when it takes too long, and what goes first. */
function Help({ form, kind, id }: { form: Form<RoutingDraft> } & Place) {
  const { t } = useTexts();
  const departments = useQuery(queries.departments).data ?? [];
  const own = kind === "sites" ? [id] : (departments.find((each) => each.id === id)?.sites ?? []);
  const meets = ({ sites }: Department) =>
    sites.length === 0 || own.length === 0 || sites.some((site) => own.includes(site));
  const helpers = departments.filter((each) => (kind === "sites" || each.id !== id) && meets(each));
  return (
    <Block title={t("routing.overflowHint")}>
      <div className={style.pair}>
        <Select
          label={t("routing.overflow")}
          description={t("routing.overflowHelp")}
          placeholder={t("routing.overflowNone")}
          clearable
          data={helpers.map((each) => ({ value: each.id, label: each.name }))}
          value={form.value.overflow}
          error={form.errors.overflow}
          onChange={(overflow) => form.change({ overflow })}
        />
        <Figure
          form={form}
          of="overflowSeconds"
          label={t("routing.overflowAfter")}
          hint={t("routing.overflowAfterHint")}
        />
      </div>
      <Figure form={form} of="priority" label={t("routing.priority")} hint={t("routing.priorityHint")} />
    </Block>
  );
}

/** What whoever takes these questions should be able to. */
function Skill({ form }: { form: Form<RoutingDraft> }) {
  const { t } = useTexts();
  const people = useQuery(queries.operators).data ?? [];
  return (
    <Autocomplete
      label={t("routing.skill")}
      description={t("routing.skillHint")}
      placeholder={t("routing.skillNone")}
      maxLength={50}
      data={skillsOf(people)}
      value={form.value.skill}
      error={form.errors.skill}
      onChange={(skill) => form.change({ skill })}
    />
  );
}

interface FigureProps {
  form: Form<RoutingDraft>;
  of: "offerSeconds" | "graceSeconds" | "silenceMinutes" | "overflowSeconds" | "answerSeconds" | "priority";
  label: string;
  hint: string;
}

/** A whole number; the server says what is too little or too much, under the field. */
function Figure({ form, of, label, hint }: FigureProps) {
  return (
    <NumberInput
      label={label}
      description={hint}
      allowDecimal={false}
      value={form.value[of]}
      error={form.errors[of]}
      onChange={(figure) => form.change({ [of]: Number(figure) || 0 })}
    />
  );
}
