import { Chip, Group, NumberInput, Select, TextInput } from "@mantine/core";
import { useTexts } from "../i18n/texts";
import type { FieldErrors } from "../parts/fieldErrors";
import type { Condition } from "../rest/types";
import { errorWithin } from "./errors";
import { LinesField } from "./LinesField";
import style from "./Outreach.module.css";
import { PlacesField } from "./PlacesField";
import { ScheduleField } from "./ScheduleField";

interface Props {
  value: Condition;
  /** Where the condition stands in what is sent. */
  field: string;
  errors: FieldErrors;
  change: (value: Condition) => void;
}

/** What a condition asks for. */
export function ConditionFields({ value, field, errors, change }: Props) {
  const { t } = useTexts();
  const wrong = (name: string) => errorWithin(errors, `${field}.${name}`);
  switch (value.kind) {
    case "onPage":
    case "onSite":
    case "idle":
      return (
        <NumberInput
          aria-label={t("outreach.seconds")}
          suffix={` ${t("outreach.secondsShort")}`}
          w={160}
          min={0}
          max={86_400}
          allowDecimal={false}
          value={value.seconds}
          error={wrong("seconds")}
          onChange={(seconds) => change({ ...value, seconds: Number(seconds) || 0 })}
        />
      );
    case "page":
      return (
        <div className={style.lines}>
          <Either
            value={value.not}
            no="outreach.pageIs"
            yes="outreach.pageIsNot"
            change={(not) => change({ ...value, not })}
          />
          <LinesField
            label={t("outreach.patterns")}
            description={t("outreach.patternsHint")}
            placeholder="/catalog/*"
            value={value.patterns}
            error={wrong("patterns")}
            change={(patterns) => change({ ...value, patterns })}
          />
        </div>
      );
    case "place":
      return (
        <div className={style.lines}>
          <Either
            value={value.not}
            no="outreach.placeIs"
            yes="outreach.placeIsNot"
            change={(not) => change({ ...value, not })}
          />
          <PlacesField
            label={t("outreach.places")}
            field={`${field}.places`}
            value={value.places}
            errors={errors}
            change={(places) => change({ ...value, places })}
          />
        </div>
      );
    case "returning":
      return (
        <Either
          value={value.returning}
          no="outreach.newcomer"
          yes="outreach.returns"
          change={(returning) => change({ ...value, returning })}
        />
      );
    case "visits":
      return (
        <Group gap="sm" align="start">
          <NumberInput
            label={t("outreach.least")}
            w={120}
            min={1}
            allowDecimal={false}
            value={value.least}
            error={wrong("least")}
            onChange={(least) => change({ ...value, least: Number(least) || 1 })}
          />
          <NumberInput
            label={t("outreach.most")}
            placeholder={t("outreach.endless")}
            w={120}
            min={1}
            allowDecimal={false}
            value={value.most ?? ""}
            error={wrong("most")}
            onChange={(most) => change({ ...value, most: most === "" ? null : Number(most) })}
          />
        </Group>
      );
    case "source":
      return (
        <LinesField
          label={t("outreach.sources")}
          description={t("outreach.sourcesHint")}
          placeholder="google."
          value={value.sources}
          error={wrong("sources")}
          change={(sources) => change({ ...value, sources })}
        />
      );
    case "language":
      return (
        <LinesField
          label={t("outreach.languages")}
          description={t("outreach.languagesHint")}
          placeholder="ru"
          value={value.languages}
          error={wrong("languages")}
          change={(languages) => change({ ...value, languages })}
        />
      );
    case "device":
      return (
        <div>
          <Chip.Group
            multiple
            value={value.devices}
            onChange={(devices) => change({ ...value, devices: devices as typeof value.devices })}
          >
            <Group gap="xs">
              {(["desktop", "tablet", "phone"] as const).map((device) => (
                <Chip key={device} value={device}>
                  {t(`outreach.device.${device}`)}
                </Chip>
              ))}
            </Group>
          </Chip.Group>
          {wrong("devices") !== undefined && <p className={style.wrong}>{wrong("devices")}</p>}
        </div>
      );
    case "hours":
      return (
        <ScheduleField
          value={value.schedule}
          error={wrong("schedule")}
          change={(schedule) => change({ ...value, schedule })}
        />
      );
    case "value":
      return (
        <Group gap="sm" align="start">
          <TextInput
            label={t("outreach.valueName")}
            placeholder="cart"
            w={150}
            maxLength={64}
            value={value.name}
            error={wrong("name")}
            onChange={(event) => change({ ...value, name: event.currentTarget.value })}
          />
          <Select
            label={t("outreach.valueTest")}
            w={180}
            allowDeselect={false}
            data={(["known", "is", "contains", "least"] as const).map((test) => ({
              value: test,
              label: t(`outreach.test.${test}`),
            }))}
            value={value.test}
            onChange={(test) => change({ ...value, test: (test ?? "known") as typeof value.test })}
          />
          {value.test !== "known" && (
            <TextInput
              label={t("outreach.valueText")}
              w={150}
              maxLength={200}
              value={value.text}
              error={wrong("text")}
              onChange={(event) => change({ ...value, text: event.currentTarget.value })}
            />
          )}
        </Group>
      );
  }
}

type Side =
  | "outreach.pageIs"
  | "outreach.pageIsNot"
  | "outreach.placeIs"
  | "outreach.placeIsNot"
  | "outreach.newcomer"
  | "outreach.returns";

function Either({ value, no, yes, change }: { value: boolean; no: Side; yes: Side; change: (value: boolean) => void }) {
  const { t } = useTexts();
  return (
    <Select
      aria-label={`${t(no)} / ${t(yes)}`}
      w={320}
      maw="100%"
      allowDeselect={false}
      data={[
        { value: "no", label: t(no) },
        { value: "yes", label: t(yes) },
      ]}
      value={value ? "yes" : "no"}
      onChange={(chosen) => change(chosen === "yes")}
    />
  );
}
