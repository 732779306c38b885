import type { Texts } from "../i18n/texts";

/** The hour of today, with the day when it was before. */
export function sinceWords(since: number, now: number, format: Texts["format"]): string {
  const today = new Date(since).toDateString() === new Date(now).toDateString();
  return today ? format.time(since) : format.dayAndTime(since, now);
}
