import type { ConsoleState } from "@beseda/client";
import { isWaiting } from "@beseda/client";
import type { Conversation, OperatorView } from "@beseda/protocol";
import { type Lateness, type Urgency, urgencyOf, waitedFor } from "../conversations/waiting";

/** What a screen on the wall shows of this moment. */
export interface Now {
  readonly waiting: number;
  /** Milliseconds that the first in the queue has waited; null when nobody waits. */
  readonly longest: number | null;
  readonly urgency: Urgency;
  readonly talking: number;
  /** Conversations that somebody has, whose visitor waits longer than the limit. */
  readonly unanswered: number;
  /** Online and away, the busiest first. */
  readonly present: readonly OperatorView[];
  readonly online: number;
  readonly away: number;
  /** Online and with a place for one more. */
  readonly free: number;
}

const order = { online: 0, away: 1, off: 2 } as const;

/**
 * @param site counts its conversations only; null all of them
 * @param serving who serves it; null: everybody
 */
export function nowOf(
  { conversations, operators }: Pick<ConsoleState, "conversations" | "operators">,
  site: string | null,
  lateness: Lateness,
  now: number,
  serving: ReadonlySet<string> | null = null,
): Now {
  const open = Object.values(conversations).filter(
    (each) => each.state !== "closed" && (site === null || each.site === site),
  );
  const queue = open.filter(isWaiting);
  const talking = open.filter((each) => !isWaiting(each));
  const longest = queue.length === 0 ? null : Math.max(...queue.map((each) => waited(each, now)));
  const present = Object.values(operators)
    .filter(({ id, state, connected }) => state !== "off" && connected && serving?.has(id) !== false)
    .sort(
      (one, other) =>
        order[one.state] - order[other.state] || other.load - one.load || one.name.localeCompare(other.name),
    );
  const online = present.filter(({ state }) => state === "online");
  return {
    waiting: queue.length,
    longest,
    urgency: longest === null ? "calm" : urgencyOf(longest, lateness),
    talking: talking.length,
    unanswered: talking.filter((each) => waited(each, now) >= lateness.after).length,
    present,
    online: online.length,
    away: present.length - online.length,
    free: online.filter(({ load, capacity }) => load < capacity).length,
  };
}

function waited(conversation: Conversation, now: number): number {
  return waitedFor(conversation, now) ?? 0;
}

/** Figures of a day, as the reports have them. */
export interface Figures {
  readonly conversations: number | null;
  readonly missed: number | null;
  readonly first_answer_median: number | null;
  readonly late: number | null;
  readonly score: number | null;
}

/** How bad a figure of the day is. */
export function concernOf(name: keyof Figures, value: number | null, figures: Figures, lateness: Lateness): Urgency {
  if (value === null) return "calm";
  switch (name) {
    case "conversations":
      return "calm";
    case "missed":
      return value === 0 ? "calm" : value * 10 > (figures.conversations ?? 0) ? "late" : "soon";
    case "late":
      return value === 0 ? "calm" : "soon";
    case "first_answer_median":
      return urgencyOf(value, lateness);
    case "score":
      return value < 3.5 ? "late" : value < 4 ? "soon" : "calm";
  }
}
