/** Times, days, durations and numbers as people of one language write them. Instants are epoch milliseconds. */
export interface Format {
  /** What all of it is written in: en-GB. */
  readonly locale: string;
  /** 14:02 or 2:02 PM, as the locale has it. */
  readonly time: (at: number) => string;
  /** сегодня, вчера, 12 мая, 12 мая 2024 г. */
  readonly day: (at: number, now: number) => string;
  /** сегодня, 14:02 */
  readonly dayAndTime: (at: number, now: number) => string;
  /** 2 мин 10 с; at most two units, the smaller one left out when it is zero. */
  readonly duration: (milliseconds: number) => string;
  /** 0:42, 12:05, 1:02:09: a running clock of waiting. */
  readonly clock: (milliseconds: number) => string;
  readonly number: (value: number) => string;
}

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

const units = [
  ["day", day],
  ["hour", hour],
  ["minute", minute],
  ["second", second],
] as const;

/** Formats of a locale; the time zone is the reader's own unless one is given. */
export function createFormat(language: string, timeZone?: string): Format {
  const zone = timeZone === undefined ? {} : { timeZone };
  const clockTime = new Intl.DateTimeFormat(language, { ...zone, timeStyle: "short" });
  const dayOfYear = new Intl.DateTimeFormat(language, { ...zone, day: "numeric", month: "long" });
  const dayWithYear = new Intl.DateTimeFormat(language, { ...zone, day: "numeric", month: "long", year: "numeric" });
  const calendar = new Intl.DateTimeFormat("en", { ...zone, year: "numeric", month: "numeric", day: "numeric" });
  const relative = new Intl.RelativeTimeFormat(language, { numeric: "auto" });
  const number = new Intl.NumberFormat(language);

  const calendarDay = (at: number) => {
    const part = (type: string) => Number(parts.find((candidate) => candidate.type === type)?.value);
    const parts = calendar.formatToParts(at);
    return { year: part("year"), index: Date.UTC(part("year"), part("month") - 1, part("day")) / day };
  };
  const time = (at: number) => clockTime.format(at);
  const dayName = (at: number, now: number) => {
    const that = calendarDay(at);
    const today = calendarDay(now);
    const distance = that.index - today.index;
    if (distance >= -1 && distance <= 1) return relative.format(distance, "day");
    return (that.year === today.year ? dayOfYear : dayWithYear).format(at);
  };

  return {
    locale: language,
    time,
    day: dayName,
    dayAndTime: (at, now) => `${dayName(at, now)}, ${time(at)}`,
    duration: (milliseconds) =>
      durationParts(milliseconds)
        .map(([value, unit]) => unitText(language, value, unit))
        .join(" "),
    clock: runningClock,
    number: (value) => number.format(value),
  };
}

type Unit = (typeof units)[number][0];

/** Whole seconds, rounded down: a clock never shows a second that has not passed. */
function durationParts(milliseconds: number): [value: number, unit: Unit][] {
  const whole = Math.max(0, Math.floor(milliseconds / second)) * second;
  const first = units.findIndex(([, length]) => whole >= length);
  if (first < 0) return [[0, "second"]];
  let rest = whole;
  return units.slice(first, first + 2).flatMap(([unit, length]): [number, Unit][] => {
    const value = Math.floor(rest / length);
    rest -= value * length;
    return value > 0 ? [[value, unit]] : [];
  });
}

function unitText(language: string, value: number, unit: Unit): string {
  return new Intl.NumberFormat(language, { style: "unit", unit, unitDisplay: "short" }).format(value);
}

function runningClock(milliseconds: number): string {
  const whole = Math.max(0, Math.floor(milliseconds / second));
  const two = (value: number) => String(value).padStart(2, "0");
  const minutes = Math.floor(whole / 60);
  if (minutes < 60) return `${minutes}:${two(whole % 60)}`;
  return `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(whole % 60)}`;
}
