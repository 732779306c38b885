import { request } from "./request";
import type { Nature, Words } from "./requests";

export const wishes = ["no", "optional", "required"] as const;
export type Wish = (typeof wishes)[number];

export const fieldTypes = ["text", "long", "choice", "date", "consent"] as const;
export type FieldType = (typeof fieldTypes)[number];

/** A field of a form that the kind has besides name, phone, e-mail and text. */
export interface KindField {
  id: string;
  label: Words;
  type: FieldType;
  required: boolean;
  choices: Words[];
}

export interface KindDraft {
  site: string | null;
  nature: Nature;
  name: Words;
  invitation: Words;
  department: string | null;
  on: boolean;
  order: number;
  asks: { name: Wish; phone: Wish; email: Wish; text: Wish };
  fields: KindField[];
  slotMinutes: number;
  capacity: number;
  /** 0: no times to choose. */
  daysAhead: number;
  leadMinutes: number;
  soon: boolean;
  soonMinutes: number;
  /** Open minutes until a letter is due. */
  answerMinutes: number;
  /** 0: no reminder. */
  remindMinutes: number;
  rota: string[];
  /** Who of the rota is on duty. */
  turn: "all" | "day" | "week";
}

export interface Kind extends KindDraft {
  id: string;
  /** So many requests are of it. */
  used: number;
}

const path = "/api/request-kinds";

export const kindsQuery = {
  queryKey: ["request kinds"],
  queryFn: ({ signal }: { signal: AbortSignal }) => request<Kind[]>("GET", path, undefined, signal),
};

export const addKind = (draft: KindDraft) => request<Kind>("POST", path, draft);

export const changeKind = (id: string, draft: KindDraft) =>
  request<Kind>("PUT", `${path}/${encodeURIComponent(id)}`, draft);

export const removeKind = (id: string) => request("DELETE", `${path}/${encodeURIComponent(id)}`);
