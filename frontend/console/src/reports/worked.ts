import type { Correction, Span, WorkedDay } from "../rest/reports";

/** What some days of an operator come to; corrections stand for themselves. Durations are milliseconds. */
export interface Sum {
  readonly days: number;
  readonly online: number;
  readonly correctedOnline: number;
  readonly awayOwn: number;
  readonly awayMissed: number;
  readonly awayIdle: number;
  readonly correctedAway: number;
  readonly inConversation: number;
  readonly held: number;
}

const nothing: Sum = {
  days: 0,
  online: 0,
  correctedOnline: 0,
  awayOwn: 0,
  awayMissed: 0,
  awayIdle: 0,
  correctedAway: 0,
  inConversation: 0,
  held: 0,
};

export function sumOf(days: readonly Omit<WorkedDay, "stretches" | "conversations">[]): Sum {
  const sum = { ...nothing };
  for (const day of days) {
    sum.days += 1;
    for (const part of parts) sum[part] += day[part];
  }
  return sum;
}

const parts = [
  "online",
  "correctedOnline",
  "awayOwn",
  "awayMissed",
  "awayIdle",
  "correctedAway",
  "inConversation",
  "held",
] as const;

export const awayOf = ({ awayOwn, awayMissed, awayIdle }: Omit<Sum, "days">) => awayOwn + awayMissed + awayIdle;

/** Conversations at a time, of the time with at least one. */
export const loadOf = ({ held, inConversation }: Sum) => (inConversation === 0 ? null : held / inConversation);

/** Where a span lies in a day, as shares of it. */
export function placeIn(day: Span, { from, until }: Span): { left: number; width: number } {
  const length = day.until - day.from;
  const left = Math.max(0, (from - day.from) / length);
  return { left, width: Math.min(1, (until - day.from) / length) - left };
}

/** The corrections that another one has undone, by their ids. */
export function withdrawnOf(corrections: readonly Correction[]): ReadonlySet<string> {
  return new Set(corrections.flatMap(({ withdraws }) => (withdraws === null ? [] : [withdraws])));
}

/** Minutes as they are typed: a whole number with its sign, or null. */
export function minutesIn(typed: string): number | null {
  const said = /^\s*([+−-]?)\s*(\d{1,4})\s*$/.exec(typed);
  if (said === null) return null;
  const minutes = Number(said[2]);
  if (minutes === 0) return null;
  return said[1] === "" || said[1] === "+" ? minutes : -minutes;
}
