import type { Outgoing, Tick, TimelineItem } from "@beseda/client";
import type { Author, EventBody, TextDocument } from "@beseda/protocol";

/** A conversation in the order in which it is read. `key` stays when a sent text becomes an event of the log. */
export type LogItem =
  | { kind: "day"; key: string; at: number }
  | { kind: "unread"; key: string }
  | { kind: "system"; key: string; at: number; body: SystemBody }
  /** `first` and `last` of those that stand together under one name and one time. */
  | { kind: "text"; key: string; text: TextEntry; first: boolean; last: boolean };

export type SystemBody = Exclude<EventBody, { type: "message" | "note" }>;

/** One message or note: from the log, or still on its way there. */
export interface TextEntry {
  readonly at: number;
  readonly author: Author;
  readonly note: boolean;
  readonly text: string;
  /** The same formatted. */
  readonly document?: TextDocument | undefined;
  /** Null while it is on its way. */
  readonly seq: number | null;
  readonly tick: Tick | null;
  readonly outgoing: Outgoing | null;
}

export interface Reader {
  readonly me: string;
  /** The unread line stands before the first message of the visitor after this `seq`; null: no line. */
  readonly unreadAfter: number | null;
  readonly startOfDay: (at: number) => number;
}

/** Texts of one author within this time stand together. */
const togetherFor = 5 * 60_000;

export function logItems(timeline: readonly TimelineItem[], reader: Reader): LogItem[] {
  const items: LogItem[] = [];
  let day: number | null = null;
  let unreadAfter = reader.unreadAfter;
  for (const row of timeline) {
    const today = reader.startOfDay(row.at);
    if (today !== day) items.push({ kind: "day", key: `day ${today}`, at: row.at });
    day = today;
    const entry = entryOf(row, reader.me);
    if ("author" in entry) {
      if (unreadAfter !== null && isNew(entry, unreadAfter)) {
        items.push({ kind: "unread", key: "unread" });
        unreadAfter = null;
      }
      append(items, row.key, entry);
    } else {
      items.push({ kind: "system", key: row.key, at: row.at, body: entry });
    }
  }
  return items;
}

function append(items: LogItem[], key: string, text: TextEntry): void {
  const at = items.length - 1;
  const previous = items[at];
  const joins = previous?.kind === "text" && together(previous.text, text);
  if (joins) items[at] = { ...previous, last: false };
  items.push({ kind: "text", key, text, first: !joins, last: true });
}

function entryOf(row: TimelineItem, me: string): TextEntry | SystemBody {
  if (row.kind === "outgoing") {
    const { item, at, tick } = row;
    const author: Author = { kind: "operator", id: me };
    const { text, document } = item;
    return { at, author, note: item.stream === "internal", text, document, seq: null, tick, outgoing: item };
  }
  const { body, at, seq, author } = row.event;
  if (body.type !== "message" && body.type !== "note") return body;
  const document = body.type === "message" ? body.document : undefined;
  return { at, author, note: body.type === "note", text: body.text, document, seq, tick: row.tick, outgoing: null };
}

function isNew({ author, seq }: TextEntry, after: number): boolean {
  return author.kind === "visitor" && seq !== null && seq > after;
}

function together(one: TextEntry, other: TextEntry): boolean {
  return one.note === other.note && sameAuthor(one.author, other.author) && other.at - one.at < togetherFor;
}

function sameAuthor(one: Author, other: Author): boolean {
  if (one.kind === "operator" && other.kind === "operator") return one.id === other.id;
  return one.kind === other.kind;
}
