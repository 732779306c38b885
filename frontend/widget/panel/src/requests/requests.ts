import type { Chat } from "../chat/chat";

export type Need = "no" | "optional" | "required";

/** What a site wants of everybody who leaves a request, besides its own fields. */
export type Contact = "name" | "phone" | "email" | "text";

/** A field of the site's own. */
export interface OwnField {
  readonly id: string;
  readonly label: string;
  readonly type: "text" | "long" | "choice" | "date" | "consent";
  readonly required: boolean;
  readonly choices: readonly string[];
}

/** A call that can be ordered, or a category of letters. */
export interface Kind {
  readonly id: string;
  readonly nature: "call" | "letter";
  readonly name: string;
  readonly invitation: string;
  readonly asks: Readonly<Record<Contact, Need>>;
  readonly fields: readonly OwnField[];
  /** A call may be wanted as soon as possible. */
  readonly soon: boolean;
  /** A time may be chosen. */
  readonly slots: boolean;
}

export interface Kinds {
  /** When they were asked for, signed: it goes back with a request. */
  readonly stamp: string;
  readonly kinds: readonly Kind[];
}

/** When somebody could call. */
export interface Offer {
  readonly zone: string;
  readonly zoneKnown: boolean;
  readonly minutes: number;
  readonly soon: boolean;
  readonly soonAt: number | null;
  readonly days: readonly { readonly date: string; readonly slots: readonly number[] }[];
}

/** What is left. */
export interface Wanted {
  readonly cid: string;
  readonly kind: string;
  readonly stamp: string;
  readonly trap: string;
  readonly name: string;
  readonly phone: string;
  readonly email: string;
  readonly text: string;
  readonly at: number | null;
  readonly zone: string;
  readonly language: string;
  readonly page: string;
  readonly answers: Readonly<Record<string, string>>;
}

/** What the server has noted down. */
export interface Left {
  readonly nature: "call" | "letter";
  readonly at: number | null;
  readonly minutes: number;
  readonly dueAt: number | null;
}

/** Why it was not noted down; `faults` by fields, `retry` when to try again, milliseconds. */
export class Refused extends Error {
  constructor(
    readonly code: string,
    readonly retry: number | null = null,
    readonly faults: ReadonlyMap<string, string> = new Map(),
  ) {
    super(code);
  }
}

interface Problem {
  readonly code?: string;
  readonly retryMs?: number | null;
  readonly fields?: readonly { readonly field: string; readonly code: string }[];
}

/** The visitor's zone, as his browser has it; empty where it does not say. */
export function zoneHere(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone ?? "";
}

export function kindsOf(chat: Chat, language: string): Promise<Kinds> {
  return ask(chat, `?${new URLSearchParams({ language })}`);
}

export function offerOf(chat: Chat, kind: string): Promise<Offer> {
  return ask(chat, `/${encodeURIComponent(kind)}/slots?${new URLSearchParams({ zone: zoneHere() })}`);
}

export function leave(chat: Chat, wanted: Wanted): Promise<Left> {
  return ask(chat, "", {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-Beseda": "1" },
    body: JSON.stringify(wanted),
  });
}

async function ask<Answer>(chat: Chat, path: string, said: RequestInit = {}): Promise<Answer> {
  const headers = { ...said.headers, "X-Beseda-Token": chat.client.getState().token ?? "" };
  const answer = await fetch(`/api/visitor/${encodeURIComponent(chat.site)}/requests${path}`, { ...said, headers });
  if (answer.ok) return (await answer.json()) as Answer;
  const { code, retryMs, fields } = (await answer.json().catch(() => ({}))) as Problem;
  const faults = (fields ?? []).map(({ field, code: what }) => [field, what] as const);
  throw new Refused(code ?? "failed", retryMs ?? null, new Map(faults));
}
