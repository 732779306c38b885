import type { Attachment, Event, EventBody, Person, Side, TextDocument } from "@beseda/protocol";
import type { Outgoing } from "../outbox/types";
import type { Log } from "./log";
import type { VisitorState, VisitorThread } from "./types";

/** Ticks under an own message: on the way, in the server's log, on the other side's screen. */
export type Tick = "sending" | "stored" | "shown";

/** One row of the visitor's continuous view; `key` stays the same while a message goes from outbox to log. */
export type DayItem =
  | { kind: "day"; key: string; at: number }
  | {
      kind: "message";
      key: string;
      at: number;
      mine: boolean;
      author: Person | null;
      text: string;
      /** The same formatted. */
      document?: TextDocument | undefined;
      /** Its author changed it, or took it back: then the text is empty. */
      corrected?: "edited" | "deleted" | undefined;
      files?: readonly Attachment[] | undefined;
      /** The message it answers: its `seq`, and what it says now; undefined while that is not loaded. */
      reply?: number | undefined;
      quoted?: EventBody | undefined;
      /** Null for the other side's messages. */
      tick: Tick | null;
      conversation: string;
      seq: number;
    }
  | { kind: "outgoing"; key: string; at: number; text: string; tick: "sending" | "stored"; item: Outgoing }
  | {
      kind: "notice";
      key: string;
      at: number;
      notice: "opened" | "joined" | "left" | "handed_over" | "closed";
      person: Person | null;
      by: Side | "system" | null;
      /** Whom it is handed over to, where that is a person. */
      next?: Person | null;
      /** Why somebody left. */
      reason?: Extract<EventBody, { type: "left" }>["reason"];
      conversation: string;
    };

/**
 * Today's conversations, or those of the site's span, as one list: the log by `seq`, a separator before each new day, own unacknowledged texts at the
 * bottom in the order they were sent. Failed texts are left out: they belong to the editor again, see `outgoing`.
 *
 * @param dayOf start of the day a moment belongs to; the device's own days unless told
 */
export function dayView(
  state: VisitorState & { readonly outgoing: readonly Outgoing[] },
  dayOf: (at: number) => number = localDay,
): DayItem[] {
  const threads = contiguous(todays(state));
  const logged = threads.flatMap((thread) => thread.log.events.flatMap((event) => itemOf(state, thread, event) ?? []));
  const sent = state.outgoing
    .filter((item) => item.state !== "failed")
    .map((item) => outgoingItem(item, item.at + state.clockOffset));
  const items: DayItem[] = [];
  let day = 0;
  for (const item of [...withInvitation(state, logged), ...sent]) {
    const next = dayOf(item.at);
    if (next > day) {
      items.push({ kind: "day", key: `day/${next}`, at: next });
      day = next;
    }
    items.push(item);
  }
  return items;
}

/** Conversations to show: those of today and the open one, in the order they began. */
export function todays(state: VisitorState): VisitorThread[] {
  return Object.values(state.threads)
    .filter(({ header }) => header.state !== "closed" || (header.closedAt ?? header.openedAt) >= state.dayStart)
    .sort((a, b) => a.header.openedAt - b.header.openedAt);
}

/** From the last hole on: what lies before events that are not here yet is shown when they are. */
function contiguous(threads: readonly VisitorThread[]): readonly VisitorThread[] {
  return threads.slice(Math.max(0, threads.map(({ log }) => log.more).lastIndexOf(true)));
}

/** What is shown next above what is shown: the rest of a conversation, those before it, or nothing. */
export function nextAbove(state: VisitorState): { older: string } | { before: string } | null {
  const [first] = contiguous(todays(state));
  if (!first || first.log.loading || state.loading) return null;
  const { id } = first.header;
  if (first.log.more) return { older: id };
  return state.earlier ? { before: id } : null;
}

/** The visitor's conversation that goes on, if any. */
export function currentThread(state: VisitorState): VisitorThread | null {
  return (
    todays(state)
      .filter(({ header }) => header.state !== "closed")
      .at(-1) ?? null
  );
}

/** Since when its visitor waits for an answer: his first words after an operator's last ones. Server's time. */
export function waitsSince({ header, log }: VisitorThread): number {
  const said = log.events.filter(({ body }) => body.type === "message");
  const answered = said.map(({ author }) => author.kind).lastIndexOf("operator");
  return said[answered + 1]?.at ?? header.openedAt;
}

/** Operators' messages the visitor has not seen. `shown`: how far each conversation was, also where the server does not know yet. */
export function unreadOfVisitor(state: VisitorState, shown: ReadonlyMap<string, number> = new Map()): number {
  return todays(state).reduce((sum, { header, log }) => {
    const seen = Math.max(header.visitorSeen, shown.get(header.id) ?? 0);
    return sum + unseenBy(log.events, "visitor", seen);
  }, 0);
}

/** Messages of the other side after `seen`. */
export function unseenBy(events: readonly Event[], side: Side, seen: number): number {
  const other = side === "visitor" ? "operator" : "visitor";
  return events.filter(({ seq, author, body }) => seq > seen && author.kind === other && body.type === "message")
    .length;
}

/** How far an own message of the log got, given the other side's mark. */
export function tickOf(seq: number, seenByOther: number): Tick {
  return seq <= seenByOther ? "shown" : "stored";
}

/** The words that opened the window stand where they were said, though no conversation holds them. */
function withInvitation({ invitation }: VisitorState, logged: DayItem[]): DayItem[] {
  if (!invitation) return logged;
  const { at, text, person } = invitation;
  const later = logged.findIndex((item) => item.at > at);
  const place = later < 0 ? logged.length : later;
  const key = `invitation/${at}`;
  const words: DayItem = {
    kind: "message",
    key,
    at,
    mine: false,
    author: person,
    text,
    tick: null,
    conversation: "",
    seq: 0,
  };
  return [...logged.slice(0, place), words, ...logged.slice(place)];
}

function itemOf(state: VisitorState, { header, log }: VisitorThread, event: Event): DayItem | null {
  const { seq, at, author, cid, body } = event;
  const place = { at, conversation: header.id };
  const key = `${header.id}/${seq}`;
  switch (body.type) {
    case "message":
    case "deleted": {
      const mine = author.kind === "visitor";
      const person = author.kind === "operator" ? (state.people[author.id] ?? null) : null;
      const tick = mine ? tickOf(seq, header.operatorSeen) : null;
      return { kind: "message", key: cid ?? key, mine, author: person, ...saidBy(body, log), tick, seq, ...place };
    }
    case "opened":
      return { kind: "notice", key, notice: "opened", person: null, by: null, ...place };
    case "joined":
      return { kind: "notice", key, notice: "joined", person: body.operator, by: null, ...place };
    case "left":
      return { kind: "notice", key, notice: "left", person: body.operator, reason: body.reason, by: null, ...place };
    case "handed_over":
      return { kind: "notice", key, notice: body.type, person: body.from, next: body.to, by: null, ...place };
    case "closed":
      return { kind: "notice", key, notice: "closed", person: header.operator, by: body.by, ...place };
    case "changed":
    case "note":
    case "tagged":
    case "mailed":
    case "returned":
    case "moved":
    case "left_site":
    case "came_back":
      return null;
  }
}

function saidBy(body: Extract<EventBody, { type: "message" | "deleted" }>, { events }: Log) {
  if (body.type === "deleted") return { text: "", corrected: body.type };
  const { text, document, editedAt, files, reply } = body;
  const quoted = events.find(({ seq }) => seq === reply)?.body;
  return { text, document, files, reply, quoted, corrected: editedAt === undefined ? undefined : ("edited" as const) };
}

function outgoingItem(item: Outgoing, at: number): DayItem {
  const tick = item.state === "stored" ? "stored" : "sending";
  return { kind: "outgoing", key: item.cid, at, text: item.text, tick, item };
}

function localDay(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0);
}
