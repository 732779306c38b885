import type { Outgoing, Tick, TimelineItem } from "@beseda/client";
import type { Attachment, Author, EventBody, TextDocument } from "@beseda/protocol";

/** A conversation in the order in which it is read. `key` stays when a sent text becomes an event of the log. */
export type LogItem =
  | { kind: "day"; key: string; at: number }
  | { kind: "unread"; key: string }
  | { kind: "system"; key: string; at: number; body: SystemBody; author: Author | null }
  /** `first` and `last` of those that stand together under one name and one time. */
  | { kind: "text"; key: string; text: TextEntry; first: boolean; last: boolean };

export type SystemBody = Exclude<EventBody, { type: "message" | "note" | "deleted" | "changed" | "mailed" }>;

/** When and where an answer went by e-mail. */
export interface Mailed {
  readonly to: string;
  readonly at: number;
}

/** One message or note: from the log, or still on its way there. */
export interface TextEntry {
  readonly at: number;
  readonly author: Author;
  readonly note: boolean;
  readonly text: string;
  /** The same formatted. */
  readonly document?: TextDocument | undefined;
  readonly editedAt?: number | undefined;
  /** Its author took it back; the text is empty. */
  readonly deleted?: boolean;
  readonly files?: readonly Attachment[] | undefined;
  /** Place in the public log of the message it answers. */
  readonly reply?: number | undefined;
  /** The address a visitor sent it from by e-mail. */
  readonly mail?: string | undefined;
  readonly mailed?: Mailed | undefined;
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
  const mailed = mailedIn(timeline);
  for (const row of timeline) {
    const entry = entryOf(row, reader.me, mailed);
    if (entry === null) continue;
    const today = reader.startOfDay(row.at);
    if (today !== day) items.push({ kind: "day", key: `day ${today}`, at: row.at });
    day = today;
    if ("author" in entry) {
      if (unreadAfter !== null && isNew(entry, unreadAfter)) {
        items.push({ kind: "unread", key: "unread" });
        unreadAfter = null;
      }
      append(items, row.key, entry);
    } else {
      const author = row.kind === "event" ? row.event.author : null;
      items.push({ kind: "system", key: row.key, at: row.at, body: entry, author });
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

type MailedOf = (seq: number) => Mailed | undefined;

/** Which answers went by e-mail, by their seq. */
function mailedIn(timeline: readonly TimelineItem[]): MailedOf {
  const letters = timeline.flatMap((row) =>
    row.kind === "event" && row.event.body.type === "mailed" ? [{ ...row.event.body, at: row.event.at }] : [],
  );
  return (seq) => letters.find(({ first, last }) => first <= seq && seq <= last);
}

/** Null of what only changes an earlier row. */
function entryOf(row: TimelineItem, me: string, mailed: MailedOf): TextEntry | SystemBody | null {
  if (row.kind === "outgoing") {
    const { item, at, tick } = row;
    const author: Author = { kind: "operator", id: me };
    const { text, document, files, reply } = item;
    const note = item.stream === "internal";
    return { at, author, note, text, document, files, reply, seq: null, tick, outgoing: item };
  }
  const { body, at, seq, author } = row.event;
  const said = { at, author, seq, tick: row.tick, outgoing: null };
  switch (body.type) {
    case "message":
      return {
        ...said,
        note: false,
        text: body.text,
        document: body.document,
        files: body.files,
        editedAt: body.editedAt,
        reply: body.reply,
        mail: body.mail,
        mailed: author.kind === "operator" ? mailed(seq) : undefined,
      };
    case "note":
      return { ...said, note: true, text: body.text, reply: body.reply };
    case "deleted":
      return { ...said, note: false, text: "", deleted: true };
    case "changed":
    case "mailed":
      return null;
    default:
      return body;
  }
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
