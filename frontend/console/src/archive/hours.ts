/** A Monday, for the names of the days. */
const monday = Date.UTC(2026, 0, 5, 12);
const dayLength = 86_400_000;

export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;
export const hours: readonly number[] = Array.from({ length: 24 }, (_, hour) => hour);

/** Monday is 1. */
export function weekdayName(locale: string, weekday: number, weekdayStyle: "short" | "long"): string {
  const format = new Intl.DateTimeFormat(locale, { weekday: weekdayStyle, timeZone: "UTC" });
  const name = format.format(monday + (weekday - 1) * dayLength);
  return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);
}

/** From when until when an hour of the day is. */
export function hourName(hour: number): string {
  return `${hour}:00–${hour}:59`;
}
