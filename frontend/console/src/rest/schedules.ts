import { request } from "./request";

export const cadences = ["day", "week", "month"] as const;
export type Cadence = (typeof cadences)[number];

/** A report that goes out again and again; the days and the time are those of its zone. */
export interface ScheduleDraft {
  name: string;
  cadence: Cadence;
  zone: string;
  time: string;
  sites: readonly string[];
  departments: readonly string[];
  operators: readonly string[];
  emails: readonly string[];
}

export interface Schedule extends ScheduleDraft {
  id: string;
  owner: string;
  nextAt: number;
  /** Letters that are due and not sent. */
  waiting: number;
  /** Nothing goes out: its owner is disabled or may not read reports any more. */
  stopped: boolean;
}

const path = "/api/reports/schedules";

export const schedulesQuery = {
  queryKey: ["reports", "schedules"],
  queryFn: ({ signal }: { signal: AbortSignal }) =>
    request<{ schedules: Schedule[]; sends: boolean }>("GET", path, undefined, signal),
};

export const saveSchedule = (id: string | null, draft: ScheduleDraft) =>
  id === null ? request("POST", path, draft) : request("PUT", `${path}/${encodeURIComponent(id)}`, draft);

export const removeSchedule = (id: string) => request("DELETE", `${path}/${encodeURIComponent(id)}`);
