import { NumberInput, Select, Switch } from "@mantine/core";
import { useTexts } from "../i18n/texts";
import type { KindDraft } from "../rest/requestKinds";
import { Block } from "../settings/Page";
import style from "../settings/Settings.module.css";
import type { Form } from "../settings/useForm";

const lengths = [15, 30, 60];
const minute = 60_000;

type Figure = "capacity" | "daysAhead" | "leadMinutes" | "soonMinutes" | "answerMinutes" | "remindMinutes";

interface CountProps {
  form: Form<KindDraft>;
  of: Figure;
  label: string;
  description?: string;
  least: number;
  most: number;
}

function Count({ form: { value, errors, change }, of, label, description, least, most }: CountProps) {
  return (
    <NumberInput
      name={of}
      label={label}
      description={description}
      min={least}
      max={most}
      allowDecimal={false}
      value={value[of]}
      error={errors[of]}
      onChange={(count) => change({ [of]: Number(count) })}
    />
  );
}

/** When a call can be ordered for. */
export function Times({ form }: { form: Form<KindDraft> }) {
  const { t } = useTexts();
  const { value, errors, change } = form;
  return (
    <Block title={t("kinds.times")}>
      <div className={style.pair}>
        <Count
          form={form}
          of="daysAhead"
          label={t("kinds.daysAhead")}
          description={t("kinds.daysAheadHint")}
          least={0}
          most={30}
        />
        <Select
          label={t("kinds.slotMinutes")}
          allowDeselect={false}
          data={lengths.map((length) => ({ value: `${length}`, label: t("kinds.minutesShort", { count: length }) }))}
          value={`${value.slotMinutes}`}
          error={errors.slotMinutes}
          onChange={(length) => change({ slotMinutes: Number(length) })}
        />
      </div>
      <div className={style.pair}>
        <Count form={form} of="capacity" label={t("kinds.capacity")} least={1} most={100} />
        <Count form={form} of="leadMinutes" label={t("kinds.leadMinutes")} least={0} most={2880} />
      </div>
      <Switch
        label={t("kinds.soon")}
        checked={value.soon}
        onChange={(event) => change({ soon: event.currentTarget.checked })}
      />
      <div className={style.pair}>
        {value.soon && <Count form={form} of="soonMinutes" label={t("kinds.soonMinutes")} least={5} most={480} />}
        <Count
          form={form}
          of="remindMinutes"
          label={t("kinds.remindMinutes")}
          description={t("kinds.remindHint")}
          least={0}
          most={240}
        />
      </div>
    </Block>
  );
}

/** By when a letter has to be answered. */
export function Answer({ form }: { form: Form<KindDraft> }) {
  const { t, format } = useTexts();
  return (
    <Block title={t("kinds.answer")}>
      <div className={style.pair}>
        <Count
          form={form}
          of="answerMinutes"
          label={t("kinds.answerMinutes")}
          description={t("kinds.minutes", { time: format.duration(form.value.answerMinutes * minute) })}
          least={5}
          most={14_400}
        />
        <Count
          form={form}
          of="remindMinutes"
          label={t("kinds.remindMinutes")}
          description={t("kinds.remindHint")}
          least={0}
          most={240}
        />
      </div>
    </Block>
  );
}
