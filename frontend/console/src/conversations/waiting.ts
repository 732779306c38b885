import type { Conversation } from "@beseda/protocol";

/** How pressing an unanswered question is: nothing to worry about, hurry, nearly too late. */
export type Urgency = "calm" | "soon" | "late";

/** An answer after five minutes counts as late, so red comes while there is still time to be in time. */
export const soonAfter = 60_000;
export const lateAfter = 180_000;

export function urgencyOf(waited: number): Urgency {
  if (waited >= lateAfter) return "late";
  return waited >= soonAfter ? "soon" : "calm";
}

/** Milliseconds the visitor has been waiting for an answer, or null when it is the visitor's turn. */
export function waitedFor(conversation: Conversation, now: number): number | null {
  if (conversation.state === "closed" || conversation.waitingSince === null) return null;
  return Math.max(0, now - conversation.waitingSince);
}
