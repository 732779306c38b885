import type { Texts } from "../i18n/texts";
import type { Range, Timetable } from "../rest/hours";

const day = 86_400_000;
/** A Monday. */
const monday = Date.UTC(2024, 0, 1);

/** 09:00, and 24:00 for midnight at the end of a day. */
export function clockOf(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
}

export function rangesWords(ranges: readonly Range[], { t }: Pick<Texts, "t">): string {
  if (ranges.length === 0) return t("timetables.closed");
  if (ranges.length === 1 && ranges[0]?.from === 0 && ranges[0].to === 1440) return t("timetables.allDay");
  return ranges.map(({ from, to }) => `${clockOf(from)}–${clockOf(to)}`).join(", ");
}

/** Days that are alike together: пн–пт 09:00–18:00; сб 10:00–15:00. Closed ones are left out. */
export function weekWords(week: readonly (readonly Range[])[], texts: Pick<Texts, "t" | "language">): string {
  const parts: { first: number; last: number; words: string }[] = [];
  week.forEach((ranges, at) => {
    const words = rangesWords(ranges, texts);
    const before = parts.at(-1);
    if (before?.words === words) before.last = at;
    else parts.push({ first: at, last: at, words });
  });
  const open = parts.filter(({ first }) => (week[first] ?? []).length > 0);
  if (open.length === 0) return texts.t("timetables.neverOpen");
  return open
    .map(({ first, last, words }) => {
      const name = (at: number) => dayName(at, texts.language, "short");
      if (first === 0 && last === 6) return `${texts.t("timetables.daily")} ${words}`;
      return `${first === last ? name(first) : `${name(first)}–${name(last)}`} ${words}`;
    })
    .join("; ");
}

/** @param at 0 is Monday */
export function dayName(at: number, language: string, length: "short" | "long"): string {
  const name = new Intl.DateTimeFormat(language, { weekday: length, timeZone: "UTC" }).format(monday + at * day);
  return length === "short" ? name : name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
}

/** Whether it is open now, and until when, by its own clock, which is named where the reader goes by another. */
export function stateWords(
  { open, changesAt, timeZone }: Pick<Timetable, "open" | "changesAt" | "timeZone">,
  now: number,
  { t, format }: Pick<Texts, "t" | "format">,
  readersZone = Intl.DateTimeFormat().resolvedOptions().timeZone,
): string {
  if (changesAt === null) return t(open ? "timetables.now.always" : "timetables.now.never");
  const inZone = (at: number, shape: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(format.locale, { ...shape, timeZone }).format(at);
  const dateOf = (at: number) => inZone(at, { year: "numeric", month: "numeric", day: "numeric" });
  const time = inZone(changesAt, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  const when =
    dateOf(changesAt) === dateOf(now)
      ? time
      : `${inZone(changesAt, { weekday: "short", day: "numeric", month: "short" })}, ${time}`;
  const whose = timeZone === readersZone ? "" : ` (${timeZone})`;
  return t(open ? "timetables.now.open" : "timetables.now.closed", { when: when + whose });
}
