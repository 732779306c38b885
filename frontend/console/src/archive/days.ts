/** A day of the calendar as it is written in addresses: 2026-11-23. */
export type Day = string;

const length = 86_400_000;

/** The day of an instant by the clock of this browser. */
export function dayOf(at: number): Day {
  const date = new Date(at);
  const two = (value: number) => String(value).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** Days since 1970, or null of what is no day of the calendar. */
export function numberOf(day: Day): number | null {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day) ?? [];
  if (date === undefined) return null;
  const at = Date.UTC(Number(year), Number(month) - 1, Number(date));
  return new Date(at).toISOString().startsWith(day) ? at / length : null;
}

/** Noon of the day by the clock of this browser: an instant that is of that day for whoever writes it. */
export function noonOf(day: Day): number {
  const date = new Date((numberOf(day) ?? 0) * length);
  return new Date(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate(), 12).getTime();
}

export function shifted(day: Day, days: number): Day {
  return new Date(((numberOf(day) ?? 0) + days) * length).toISOString().slice(0, 10);
}

export interface Period {
  readonly from: Day;
  readonly until: Day;
}

export const presets = ["today", "yesterday", "thisWeek", "lastWeek", "thisMonth", "lastMonth"] as const;
export type Preset = (typeof presets)[number];

/** Both days belong to it; weeks begin on Monday, and what is going on ends today. */
export function periodOf(preset: Preset, today: Day): Period {
  const monday = shifted(today, -(((numberOf(today) ?? 0) + 3) % 7));
  const first = `${today.slice(0, 8)}01`;
  const before = shifted(first, -1);
  switch (preset) {
    case "today":
      return { from: today, until: today };
    case "yesterday":
      return { from: shifted(today, -1), until: shifted(today, -1) };
    case "thisWeek":
      return { from: monday, until: today };
    case "lastWeek":
      return { from: shifted(monday, -7), until: shifted(monday, -1) };
    case "thisMonth":
      return { from: first, until: today };
    case "lastMonth":
      return { from: `${before.slice(0, 8)}01`, until: before };
  }
}

export function presetOf({ from, until }: Period, today: Day): Preset | null {
  const same = (preset: Preset) => {
    const period = periodOf(preset, today);
    return period.from === from && period.until === until;
  };
  return presets.find(same) ?? null;
}
