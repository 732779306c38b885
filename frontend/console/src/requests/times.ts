import { wallClock } from "../parts/zones";
import type { RequestRow } from "../rest/requests";

const minute = 60_000;
const hour = 60 * minute;
/** From then on it is soon, milliseconds before. */
const soon = 15 * minute;
/** When people work, hours of the day. */
const working = { from: 9, to: 18 };

export type Standing = "done" | "late" | "soon" | "later" | "snoozed" | "open";

/** How a request stands with its time. */
export function standingOf(
  { state, dueAt, snoozedUntil }: Pick<RequestRow, "state" | "dueAt" | "snoozedUntil">,
  now: number,
): Standing {
  if (state === "done") return "done";
  if (snoozedUntil !== null && snoozedUntil > now) return "snoozed";
  if (dueAt === null) return "open";
  if (dueAt < now) return "late";
  return dueAt - now <= soon ? "soon" : "later";
}

/** How the day stands where a visitor is: the parts of the list that is ordered by whose working day ends first. */
export type DayPart = "working" | "resting" | "unknown";

export function dayPartOf({ zone, dayEndsAt }: Pick<RequestRow, "zone" | "dayEndsAt">): DayPart {
  if (zone === null) return "unknown";
  return dayEndsAt === null ? "resting" : "working";
}

export interface Preset {
  readonly name: "quarter" | "hour" | "tomorrow";
  readonly at: number;
}

/** When to try again, as people say it. */
export function presetsOf(now: number): Preset[] {
  const tomorrow = new Date(now);
  tomorrow.setDate(tomorrow.getDate() + 1);
  return [
    { name: "quarter", at: now + 15 * minute },
    { name: "hour", at: now + hour },
    { name: "tomorrow", at: tomorrow.getTime() },
  ];
}

/** Whether people work then in a zone; true where that is not known. */
export function isWorkingTime(zone: string | null, at: number): boolean {
  const there = zone === null ? null : wallClock(zone, at);
  if (there === null) return true;
  const hours = new Date(there).getUTCHours();
  return hours >= working.from && hours < working.to;
}

/** What a field for date and time holds, in the reader's zone, and back; null for what is none. */
export function fieldOf(at: number): string {
  const date = new Date(at - new Date(at).getTimezoneOffset() * minute);
  return date.toISOString().slice(0, 16);
}

export function timeOfField(value: string): number | null {
  const at = new Date(value).getTime();
  return Number.isNaN(at) ? null : at;
}

/** A number as people read it out: +7 912 345-67-89; of other countries as it is. */
export function phoneWords(phone: string): string {
  const [, area, one, two, three] = /^\+7(\d{3})(\d{3})(\d{2})(\d{2})$/.exec(phone) ?? [];
  return area === undefined ? phone : `+7 ${area} ${one}-${two}-${three}`;
}
