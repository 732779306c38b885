import { request } from "./request";

/** How a connection to a mail server is kept from others, the best first. */
export const securities = ["starttls", "tls", "none"] as const;
export type Security = (typeof securities)[number];

/** Why a mail server could not be reached or did not take a letter. */
export const mailCodes = [
  "unknown_host",
  "no_connection",
  "timeout",
  "tls",
  "no_starttls",
  "auth",
  "no_folder",
  "sender_refused",
  "recipient_refused",
  "too_big",
  "server",
  "broken",
  "returned",
] as const;
export type MailCode = (typeof mailCodes)[number];

/** By which server letters go out and in whose name; without a host they wait. */
export interface MailDraft {
  host: string;
  port: number;
  security: Security;
  user: string;
  /** Null: the one that is kept. */
  password: string | null;
  from: string;
  name: string;
}

/** A letter that had trouble. */
export interface Letter {
  id: string;
  to: string;
  about: string;
  state: "waiting" | "refused" | "returned";
  tries: number;
  queuedAt: number;
  nextAt: number | null;
  code: string | null;
  words: string | null;
}

/** What becomes of answers that the visitor doesn't see. */
export interface AnswersDraft {
  on: boolean;
  /** How long an answer waits for him. */
  minutes: number;
}

export interface Answers extends AnswersDraft {
  /** Letters can lead to the server's own pages. */
  linked: boolean;
}

export interface Mail extends Omit<MailDraft, "password"> {
  hasPassword: boolean;
  queue: { waiting: number; refused: number; oldestAt: number | null };
  answers: Answers;
  /** Why no letter goes out now, in the server's own `words` too. */
  trouble: { code: string; words: string; at: number; nextAt: number } | null;
  /** The newest first, at most {@link mostLetters}. */
  letters: Letter[];
}

export type Tested = { sent: true } | { sent: false; code: string; words: string | null };

export const mostLetters = 50;

const path = "/api/mail";

/** Looked at again and again: letters come and go. */
export const mailQuery = {
  queryKey: ["mail"],
  queryFn: ({ signal }: { signal: AbortSignal }) => request<Mail>("GET", path, undefined, signal),
  refetchInterval: 5_000,
};

export const saveMail = (draft: MailDraft) => request<Mail>("PUT", path, draft);

export const saveAnswers = (draft: AnswersDraft) => request<Mail>("PUT", `${path}/answers`, draft);

export const testMail = (draft: MailDraft & { to: string }) => request<Tested>("POST", `${path}/test`, draft);

export const sendAgain = (id: string) => request("POST", `${path}/letters/${encodeURIComponent(id)}/again`);

export const dropLetter = (id: string) => request("DELETE", `${path}/letters/${encodeURIComponent(id)}`);
