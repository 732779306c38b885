import { useTexts } from "../i18n/texts";
import { useNow } from "../shell/clock";
import { differenceOf, timeIn } from "./zones";

/** What the clock shows where the visitor is, and by how much it differs from ours: 16:02 (+2 ч). */
export function LocalTime({ zone }: { zone: string }) {
  const { t, format } = useTexts();
  const now = useNow(60_000);
  const time = timeIn(zone, now, format.locale);
  if (time === null) return null;
  const difference = differenceOf(zone, now) ?? 0;
  const sign = difference > 0 ? "+" : "−";
  const words = difference === 0 ? time : `${time} (${sign}${format.duration(Math.abs(difference))})`;
  return <span title={t("time.local", { zone })}>{words}</span>;
}
