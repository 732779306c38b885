import { request } from "./request";

export type Nature = "call" | "letter";
export type RequestState = "open" | "claimed" | "done";
export type Outcome = "reached" | "answered" | "wrong_number" | "spam" | "merged";

export const shows = ["unclaimed", "mine", "overdue", "today", "snoozed", "claimed", "done", "all"] as const;
export type Show = (typeof shows)[number];

export const sorts = ["due", "arrival", "day_end"] as const;
export type Sort = (typeof sorts)[number];

/** A request in a list; its text is cut there. Times are epoch milliseconds. */
export interface RequestRow {
  id: string;
  kind: string;
  nature: Nature;
  site: string;
  department: string | null;
  state: RequestState;
  owner: string | null;
  claimedAt: number | null;
  outcome: Outcome | null;
  doneAt: number | null;
  snoozedUntil: number | null;
  name: string;
  /** E.164, or blank. */
  phone: string;
  email: string;
  text: string;
  /** When a call is wanted; null: as soon as possible, and of letters. */
  at: number | null;
  minutes: number;
  zone: string | null;
  /** When the working day ends where the visitor is; null outside of it and where that is unknown. */
  dayEndsAt: number | null;
  language: string;
  page: string;
  arrivedAt: number;
  dueAt: number | null;
  attempts: number;
  visitor: string;
  conversation: string | null;
  mergedInto: string | null;
  /** So many others of this visitor are not done. */
  others: number;
}

export type RequestAct =
  | "arrived"
  | "claimed"
  | "released"
  | "handed"
  | "attempt"
  | "snoozed"
  | "note"
  | "done"
  | "reopened"
  | "merged";

/** What happened to a request. */
export interface RequestEntry {
  at: number;
  what: RequestAct;
  by: string | null;
  to: string | null;
  outcome: Outcome | "no_answer" | null;
  until: number | null;
  text: string;
}

export interface RequestDetail {
  request: RequestRow;
  answers: { label: string; value: string }[];
  consents: { text: string; version: string; at: number; address: string }[];
  /** The site's own id of the visitor, as its server signed it. */
  client: string | null;
  /** The oldest first. */
  history: RequestEntry[];
  /** Of the same visitor, those that are not done first. */
  others: RequestRow[];
}

export interface RequestPage {
  requests: RequestRow[];
  next: string | null;
  at: number;
}

export interface RequestCounts {
  unclaimed: number;
  mine: number;
  overdue: number;
  today: number;
  snoozed: number;
}

export type Words = Partial<Record<string, string>>;

/** What an operator needs of a kind. */
export interface KindName {
  id: string;
  site: string | null;
  nature: Nature;
  name: Words;
  department: string | null;
  on: boolean;
  rota: string[];
  /** Who of the rota is on duty now. */
  duty: string[];
}

export const zone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Everything read of requests begins with this key: it is read anew when the line tells of a request. */
export const requestsKey = ["requests"] as const;
const path = "/api/requests";
type Options = { signal: AbortSignal };

export const countsQuery = {
  queryKey: [...requestsKey, "counts"],
  queryFn: ({ signal }: Options) =>
    request<RequestCounts>("GET", `${path}/counts?${new URLSearchParams({ zone: zone() })}`, undefined, signal),
  // What becomes late does so without anybody telling.
  refetchInterval: 60_000,
};

export const kindNamesQuery = {
  queryKey: [...requestsKey, "kinds"],
  queryFn: ({ signal }: Options) => request<KindName[]>("GET", `${path}/kinds`, undefined, signal),
};

export const requestQuery = (id: string) => ({
  queryKey: [...requestsKey, "one", id],
  queryFn: ({ signal }: Options) =>
    request<RequestDetail>("GET", `${path}/${encodeURIComponent(id)}`, undefined, signal),
});

/** What is looked for; blank and empty: everything. */
export interface Sought {
  show: Show;
  nature: Nature | null;
  kinds: readonly string[];
  words: string;
  sort: Sort;
}

export const requestsQuery = ({ show, nature, kinds, words, sort }: Sought) => ({
  queryKey: [...requestsKey, "list", show, nature, kinds.join(","), words, sort],
  queryFn: ({ pageParam, signal }: { pageParam: string; signal: AbortSignal }) => {
    const search = new URLSearchParams({ show, sort, zone: zone() });
    if (nature !== null) search.set("nature", nature);
    if (kinds.length > 0) search.set("kinds", kinds.join(","));
    if (words !== "") search.set("words", words);
    if (pageParam !== "") search.set("after", pageParam);
    return request<RequestPage>("GET", `${path}?${search}`, undefined, signal);
  },
  initialPageParam: "",
  getNextPageParam: ({ next }: RequestPage) => next ?? undefined,
});

export type Act =
  | { act: "claim" }
  | { act: "release"; all: boolean }
  | { act: "hand"; to: string; all: boolean; note: string }
  | {
      act: "attempt";
      outcome: "reached" | "no_answer" | "wrong_number";
      nextAt: number | null;
      note: string;
    }
  | { act: "snooze"; until: number | null }
  | { act: "note"; text: string }
  | { act: "done"; outcome: "reached" | "answered" | "spam" | "wrong_number"; note: string }
  | { act: "reopen" }
  | { act: "merge"; into: string };

/** Does it. `claimed`: what became mine by taking, this one among them. */
export function actOn(id: string, { act, ...what }: Act): Promise<RequestDetail & { claimed?: string[] }> {
  return request("POST", `${path}/${encodeURIComponent(id)}/${act}`, what);
}
