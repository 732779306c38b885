import type { Security } from "./mail";
import { request } from "./request";

/** Which mailbox answers come to; without a host nobody looks for them. */
export interface BoxDraft {
  host: string;
  port: number;
  security: Security;
  user: string;
  /** Null: the one that is kept. */
  password: string | null;
  folder: string;
  address: string;
  plus: boolean;
}

/** What became of a letter that was meant for us. */
export const letterStates = [
  "entered",
  "forged",
  "other_sender",
  "automatic",
  "bounced",
  "gone",
  "blocked",
  "too_many",
  "empty",
  "too_big",
  "unreadable",
] as const;
export type LetterState = (typeof letterStates)[number];

/** A letter that came and did not get, or not as a whole, where it was sent; all of it is the sender's words. */
export interface LetterIn {
  id: string;
  sender: string;
  senderName: string;
  subject: string;
  state: LetterState;
  conversation: string | null;
  leftOut: string[];
  cameAt: number;
}

export interface Box extends Omit<BoxDraft, "password"> {
  hasPassword: boolean;
  /** When it was last seen that nothing new is there; null: not yet. */
  readAt: number | null;
  trouble: { code: string; words: string; at: number; nextAt: number } | null;
  /** The newest first. */
  letters: LetterIn[];
}

export type BoxTested = { opened: true } | { opened: false; code: string; words: string | null };

const path = "/api/mailbox";

/** Looked at again and again: letters come. */
export const boxQuery = {
  queryKey: ["mailbox"],
  queryFn: ({ signal }: { signal: AbortSignal }) => request<Box>("GET", path, undefined, signal),
  refetchInterval: 5_000,
};

export const saveBox = (draft: BoxDraft) => request<Box>("PUT", path, draft);

export const testBox = (draft: BoxDraft) => request<BoxTested>("POST", `${path}/test`, draft);

export const bodyOf = (id: string) => request<{ text: string }>("GET", `${path}/letters/${encodeURIComponent(id)}`);
