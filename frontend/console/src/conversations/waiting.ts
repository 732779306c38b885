import type { Conversation } from "@beseda/protocol";

/** How pressing an unanswered question is: nothing to worry about, hurry, late. */
export type Urgency = "calm" | "soon" | "late";

/** When an answer counts as late, and how long before that somebody is warned; milliseconds. */
export interface Lateness {
  readonly after: number;
  readonly warning: number;
  /** The stretches of time that count for a conversation, pairs of moments in order; undefined: all of the time. */
  readonly open?: (conversation: Conversation) => OpenStretches | undefined;
}

export type OpenStretches = readonly (readonly [number, number])[];

export function urgencyOf(waited: number, { after, warning }: Lateness): Urgency {
  if (waited >= after) return "late";
  return waited >= after - warning ? "soon" : "calm";
}

/** Milliseconds the visitor has been waiting for an answer, or null when it is the visitor's turn. */
export function waitedFor(conversation: Conversation, now: number): number | null {
  if (conversation.state === "closed" || conversation.waitingSince === null) return null;
  return Math.max(0, now - conversation.waitingSince);
}

/** The same as far as it counts for being late. */
export function countedWait(conversation: Conversation, { open }: Lateness, now: number): number | null {
  const waited = waitedFor(conversation, now);
  const stretches = waited === null ? undefined : open?.(conversation);
  if (waited === null || stretches === undefined) return waited;
  const since = now - waited;
  return stretches.reduce((sum, [from, until]) => sum + Math.max(0, Math.min(until, now) - Math.max(from, since)), 0);
}

/** A conversation of mine whose answer is late, or will be soon. */
export interface Alarm {
  readonly conversation: Conversation;
  readonly urgency: Exclude<Urgency, "calm">;
}

/** Whose answer presses now, who waits longest first. */
export function alarmsAt(mine: readonly Conversation[], lateness: Lateness, now: number): Alarm[] {
  return mine
    .flatMap((conversation): Alarm[] => {
      const waited = countedWait(conversation, lateness, now);
      const urgency = waited === null ? "calm" : urgencyOf(waited, lateness);
      return urgency === "calm" ? [] : [{ conversation, urgency }];
    })
    .sort((one, other) => (one.conversation.waitingSince ?? 0) - (other.conversation.waitingSince ?? 0));
}

/** What became more pressing after `since` and not later than `now`: each step of each wait once, however rarely one looks. */
export function alarmsBetween(mine: readonly Conversation[], lateness: Lateness, since: number, now: number): Alarm[] {
  return alarmsAt(mine, lateness, now).filter(({ conversation, urgency }) => {
    const before = countedWait(conversation, lateness, since);
    return before === null || urgencyOf(before, lateness) !== urgency;
  });
}
