import type { Conversation } from "@beseda/protocol";

/** How pressing an unanswered question is: nothing to worry about, hurry, late. */
export type Urgency = "calm" | "soon" | "late";

/** An answer after so many minutes counts as late, unless the operator has chosen otherwise. */
export const usualLateMinutes = 5;

/** The part of that time after which there is still enough left to be in time. */
const soonFrom = 0.5;

/** @param lateAfter when an answer counts as late, milliseconds */
export function urgencyOf(waited: number, lateAfter: number): Urgency {
  if (waited >= lateAfter) return "late";
  return waited >= lateAfter * soonFrom ? "soon" : "calm";
}

/** Milliseconds the visitor has been waiting for an answer, or null when it is the visitor's turn. */
export function waitedFor(conversation: Conversation, now: number): number | null {
  if (conversation.state === "closed" || conversation.waitingSince === null) return null;
  return Math.max(0, now - conversation.waitingSince);
}
