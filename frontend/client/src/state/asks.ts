import type { Conversation } from "@beseda/protocol";
import type { ConsoleState } from "./types";

/** Something put to me with a deadline: a new question, or a conversation that a colleague hands over. */
export interface Ask {
  readonly kind: "offer" | "transfer";
  readonly conversation: Conversation;
  /** The server's clock. */
  readonly until: number;
  /** Who hands it over; null for a question of the queue. */
  readonly from: string | null;
  readonly note: string;
}

/** How an ask ended without me. `by` is the colleague who has the conversation or is asked now. */
export interface Withdrawn {
  readonly why: "late" | "taken" | "closed" | "withdrawn";
  readonly by: string | null;
}

/** What is put to me now, the nearest deadline first. */
export function asksOf(state: ConsoleState): Ask[] {
  return Object.values(state.conversations)
    .flatMap((conversation) => askOf(conversation, state.me) ?? [])
    .sort((one, other) => one.until - other.until || (one.conversation.id < other.conversation.id ? -1 : 1));
}

function askOf(conversation: Conversation, me: string | null): Ask | null {
  const { state, offer, transfer } = conversation;
  if (me === null) return null;
  if (state === "offered" && offer?.to === me) {
    return { kind: "offer", conversation, until: offer.until, from: null, note: "" };
  }
  if (state === "active" && transfer?.to === me && !transfer.asked) {
    const { from, until, note } = transfer;
    return { kind: "transfer", conversation, until, from, note };
  }
  return null;
}

/**
 * Why an ask of before is none any more; null when it still is one, or when it became mine.
 *
 * @param now the server's clock
 */
export function withdrawn(ask: Ask, state: ConsoleState, now: number): Withdrawn | null {
  const next = state.conversations[ask.conversation.id];
  if (next && askOf(next, state.me)?.kind === ask.kind) return null;
  const gone = state.gone.includes(ask.conversation.id);
  if (next?.state === "closed" || (!next && !gone)) return { why: "closed", by: null };
  if (next?.state === "active" && next.owner === state.me) return null;
  // A little early, because clocks differ: the deadline explains more than who comes next.
  if (now >= ask.until - 1000) return { why: "late", by: next?.owner ?? null };
  if (next?.state === "active" && next.owner !== ask.from) return { why: "taken", by: next.owner };
  return { why: "withdrawn", by: null };
}
