import type { Conversation, Event, Stream } from "@beseda/protocol";
import type { Outgoing } from "../outbox/types";
import { type Tick, tickOf, unseenBy } from "./day";
import type { ConsoleState, Typist } from "./types";

/** One row of the operator's view of a conversation; `key` stays the same while a text goes from outbox to log. */
export type TimelineItem =
  /** `tick` only under operators' messages to the visitor. */
  | { kind: "event"; key: string; at: number; stream: Stream; event: Event; mine: boolean; tick: Tick | null }
  | { kind: "outgoing"; key: string; at: number; stream: Stream; item: Outgoing; tick: "sending" | "stored" };

/**
 * Both streams as one list. Each keeps its own order by `seq`; between the two the server's time decides. Own
 * unacknowledged texts stand at the bottom; failed ones are left out, they belong to the editor again.
 */
export function timeline(
  state: ConsoleState & { readonly outgoing: readonly Outgoing[] },
  conversation: string,
): TimelineItem[] {
  const thread = state.threads[conversation];
  const seen = state.conversations[conversation]?.visitorSeen ?? 0;
  const rows = (stream: Stream) =>
    (thread?.[stream].events ?? []).map((event): TimelineItem => {
      const { author, body, seq, at, cid } = event;
      const tick = stream === "public" && author.kind === "operator" && body.type === "message";
      return {
        kind: "event",
        key: cid ?? `${stream}/${seq}`,
        at,
        stream,
        event,
        mine: author.kind === "operator" && author.id === state.me,
        tick: tick ? tickOf(seq, seen) : null,
      };
    });
  const sent = state.outgoing
    .filter((item) => item.conversation === conversation && item.state !== "failed")
    .map((item): TimelineItem => {
      const { cid, stream } = item;
      const tick = item.state === "stored" ? "stored" : "sending";
      return { kind: "outgoing", key: cid, at: item.at + state.clockOffset, stream, item, tick };
    });
  return [...merged(rows("public"), rows("internal")), ...sent];
}

/** Nobody's: in the queue, or one operator is asked to take it. */
export function isWaiting({ state }: Pick<Conversation, "state">): boolean {
  return state === "waiting" || state === "offered";
}

/** Nobody's, the one that waits longest first. */
export function waiting(state: ConsoleState): Conversation[] {
  return Object.values(state.conversations)
    .filter(isWaiting)
    .sort((a, b) => (a.waitingSince ?? a.openedAt) - (b.waitingSince ?? b.openedAt));
}

/** Mine and not closed: those that wait for my answer first (the longest on top), then by the newest message. */
export function mine(state: ConsoleState): Conversation[] {
  const spoken = ({ preview, openedAt }: Conversation) => preview?.at ?? openedAt;
  return Object.values(state.conversations)
    .filter(({ owner, state: stage }) => owner !== null && owner === state.me && stage === "active")
    .sort(
      (a, b) =>
        (a.waitingSince ?? Number.POSITIVE_INFINITY) - (b.waitingSince ?? Number.POSITIVE_INFINITY) ||
        spoken(b) - spoken(a),
    );
}

/** Visitor's messages no operator has seen; for a conversation that is not followed, all its events count. */
export function unreadOfOperator(state: ConsoleState, conversation: string): number {
  const header = state.conversations[conversation];
  const log = state.threads[conversation]?.public;
  if (!header) {
    return 0;
  }
  return log && log.last > 0
    ? unseenBy(log.events, "operator", header.operatorSeen)
    : Math.max(0, header.publicTop - header.operatorSeen);
}

/** Who types in a conversation, the operator who looks left out. */
export function typistsOf(state: ConsoleState, conversation: string): readonly Typist[] {
  return (state.typists[conversation] ?? []).filter(({ person }) => person === null || person !== state.me);
}

function merged(left: readonly TimelineItem[], right: readonly TimelineItem[]): TimelineItem[] {
  const result: TimelineItem[] = [];
  let taken = 0;
  for (const item of left) {
    for (let next = right[taken]; next && next.at < item.at; next = right[taken]) {
      result.push(next);
      taken++;
    }
    result.push(item);
  }
  return [...result, ...right.slice(taken)];
}
