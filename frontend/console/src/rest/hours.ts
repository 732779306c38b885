import { request } from "./request";

/** Minutes of a day; until 1440 is until midnight. */
export interface Range {
  from: number;
  to: number;
}

/** A day that goes by its own; without ranges it is closed. */
export interface SpecialDay {
  /** As 2026-12-31. */
  date: string;
  everyYear: boolean;
  name: string;
  ranges: Range[];
}

export interface TimetableDraft {
  name: string;
  timeZone: string;
  /** Seven days, Monday first. */
  week: Range[][];
  days: SpecialDay[];
}

/** Hours that sites and departments go by. */
export interface Timetable extends TimetableDraft {
  id: string;
  /** Now. */
  open: boolean;
  /** When it closes or opens next; null: not within a year. */
  changesAt: number | null;
  sites: string[];
  departments: string[];
}

/** When somebody is open: pairs of moments. Who is in none is always open; a department then goes by its site. */
export interface OpenTimes {
  sites: string[];
  departments: string[];
  open: [number, number][];
}

/** Who may go by a timetable of their own. */
export type HoursOf = "sites" | "departments";

const minutes = 60_000;

export const timetablesQuery = {
  queryKey: ["hours"],
  queryFn: ({ signal }: { signal: AbortSignal }) => request<Timetable[]>("GET", "/api/hours", undefined, signal),
};

/** Of the last weeks and the next days: asked for again before these are over. */
export const openTimesQuery = {
  queryKey: ["hours", "open"],
  queryFn: ({ signal }: { signal: AbortSignal }) => request<OpenTimes[]>("GET", "/api/hours/open", undefined, signal),
  staleTime: 10 * minutes,
  refetchInterval: 10 * minutes,
};

export const saveTimetable = (id: string | null, draft: TimetableDraft) =>
  id === null
    ? request<Timetable>("POST", "/api/hours", draft)
    : request<Timetable>("PUT", `/api/hours/${encodeURIComponent(id)}`, draft);

export const removeTimetable = (id: string) => request("DELETE", `/api/hours/${encodeURIComponent(id)}`);

/** @param timetable null: always open, or as the site */
export const chooseTimetable = (kind: HoursOf, id: string, timetable: string | null) =>
  request("PUT", `/api/${kind}/${encodeURIComponent(id)}/hours`, { timetable });
