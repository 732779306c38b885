import type { OperatorView } from "@beseda/protocol";
import { wallClock } from "../parts/zones";

type Hours = NonNullable<OperatorView["hours"]>;

/** What somebody tells colleagues, while it means something. */
export function statusOf(
  { status }: { status?: { text: string; until: number | null } | null },
  now: number,
): string | null {
  return status && (status.until === null || now < status.until) ? status.text : null;
}

/** Whether it is outside somebody's working hours; never where nothing is said of them. */
export function isOffHours(hours: Hours | undefined, now: number): boolean {
  const wall = hours === undefined || hours.days.length === 0 ? null : wallClock(hours.timeZone, now);
  if (hours === undefined || wall === null) return false;
  const there = new Date(wall);
  const minute = there.getUTCHours() * 60 + there.getUTCMinutes();
  const today = there.getUTCDay() || 7;
  const yesterday = today === 1 ? 7 : today - 1;
  return !hours.days.some(({ weekday, from, to }) =>
    from < to
      ? weekday === today && minute >= from && minute < to
      : (weekday === today && minute >= from) || (weekday === yesterday && minute < to),
  );
}
