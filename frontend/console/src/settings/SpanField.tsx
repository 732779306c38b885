import { NumberInput, Radio, Stack } from "@mantine/core";
import { useTexts } from "../i18n/texts";
import type { TodaySpan } from "../rest/types";

interface Props {
  value: TodaySpan;
  error: string | undefined;
  change: (span: TodaySpan) => void;
}

/** How much of what was said a returning visitor finds in the window. */
export function SpanField({ value, error, change }: Props) {
  const { t } = useTexts();
  return (
    <Radio.Group
      label={t("sites.span")}
      description={t("sites.spanHint")}
      value={value.kind}
      onChange={(kind) => change(kind === "hours" ? { kind, hours: 24 } : { kind: "day" })}
    >
      <Stack gap="xs" mt="xs">
        <Radio value="day" label={t("sites.spanDay")} />
        <Radio value="hours" label={t("sites.spanHours")} />
        {value.kind === "hours" && (
          <NumberInput
            aria-label={t("sites.spanHours")}
            w={140}
            ml={30}
            min={1}
            max={168}
            clampBehavior="strict"
            allowDecimal={false}
            value={value.hours}
            error={error}
            onChange={(hours) => change({ kind: "hours", hours: Number(hours) || 1 })}
          />
        )}
      </Stack>
    </Radio.Group>
  );
}
