import { ActionIcon } from "@mantine/core";
import { Plus, X } from "lucide-react";
import { useTexts } from "../i18n/texts";
import { minuteOf } from "../outreach/ScheduleField";
import type { Range } from "../rest/hours";
import settings from "../settings/Settings.module.css";
import style from "./Hours.module.css";
import { clockOf } from "./words";

const midnight = 1440;
const most = 8;
const usual: Range = { from: 540, to: 1080 };
const dash = "–";

interface Props {
  /** Whose hours these are, for whoever does not see it. */
  day: string;
  value: readonly Range[];
  error: string | undefined;
  change: (ranges: Range[]) => void;
}

/** When a day is open: from – until, as often as it is wanted; an end at 00:00 is midnight. */
export function RangesField({ day, value, error, change }: Props) {
  const { t } = useTexts();
  const put = (at: number, part: Partial<Range>) =>
    change(value.map((each, index) => (index === at ? { ...each, ...part } : each)));
  const end = value.at(-1)?.to ?? 0;
  const next = value.length === 0 ? usual : { from: end, to: Math.min(midnight, end + 240) };
  return (
    <div className={style.ranges}>
      {value.length === 0 && <span className={settings.faint}>{t("timetables.closed")}</span>}
      {value.map(({ from, to }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: ranges have no name but their place
        <span key={at} className={style.range}>
          <input
            type="time"
            required
            aria-label={t("timetables.from", { day })}
            aria-invalid={error !== undefined}
            value={clockOf(from)}
            onChange={(event) => put(at, { from: minuteOf(event.currentTarget.value) })}
          />
          {dash}
          <input
            type="time"
            required
            aria-label={t("timetables.until", { day })}
            aria-invalid={error !== undefined}
            value={clockOf(to % midnight)}
            onChange={(event) => put(at, { to: minuteOf(event.currentTarget.value) || midnight })}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t("timetables.removeRange", { day })}
            onClick={() => change(value.filter((_, index) => index !== at))}
          >
            <X size={15} aria-hidden />
          </ActionIcon>
        </span>
      ))}
      {end < midnight && value.length < most && (
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t("timetables.addRange", { day })}
          title={t("timetables.addRange", { day })}
          onClick={() => change([...value, next])}
        >
          <Plus size={16} aria-hidden />
        </ActionIcon>
      )}
      {error !== undefined && (
        <p className={style.error} role="alert">
          {error}
        </p>
      )}
    </div>
  );
}
