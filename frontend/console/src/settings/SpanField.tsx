import { NumberInput, Radio, Stack } from "@mantine/core";
import { useTexts } from "../i18n/texts";
import type { FieldErrors } from "../parts/fieldErrors";
import type { TodaySpan } from "../rest/types";

interface Props {
  value: TodaySpan;
  errors: FieldErrors;
  change: (span: TodaySpan) => void;
}

const begun: Record<TodaySpan["kind"], TodaySpan> = {
  day: { kind: "day" },
  days: { kind: "days", days: 7 },
  hours: { kind: "hours", hours: 24 },
  all: { kind: "all" },
};

/** How much of what was said a returning visitor finds in the window. */
export function SpanField({ value, errors, change }: Props) {
  const { t } = useTexts();
  return (
    <Radio.Group
      label={t("sites.span")}
      description={t("sites.spanHint")}
      value={value.kind}
      onChange={(kind) => change(begun[kind as TodaySpan["kind"]])}
    >
      <Stack gap="xs" mt="xs">
        <Radio value="day" label={t("sites.spanDay")} />
        <Radio value="days" label={t("sites.spanDays")} />
        {value.kind === "days" && (
          <Count
            label={t("sites.spanDays")}
            least={2}
            most={365}
            value={value.days}
            error={errors["todaySpan.days"]}
            change={(days) => change({ kind: "days", days })}
          />
        )}
        <Radio value="hours" label={t("sites.spanHours")} />
        {value.kind === "hours" && (
          <Count
            label={t("sites.spanHours")}
            least={1}
            most={168}
            value={value.hours}
            error={errors["todaySpan.hours"]}
            change={(hours) => change({ kind: "hours", hours })}
          />
        )}
        <Radio value="all" label={t("sites.spanAll")} />
      </Stack>
    </Radio.Group>
  );
}

interface CountProps {
  label: string;
  least: number;
  most: number;
  value: number;
  error: string | undefined;
  change: (count: number) => void;
}

function Count({ label, least, most, value, error, change }: CountProps) {
  return (
    <NumberInput
      aria-label={label}
      w={140}
      ml={30}
      min={least}
      max={most}
      clampBehavior="blur"
      allowDecimal={false}
      value={value}
      error={error}
      onChange={(count) => change(Number(count) || least)}
    />
  );
}
