import type { Attachment, DayItem, EventBody, Outgoing, Person, TextDocument, Tick } from "@beseda/client";

/** One message as it is drawn. */
export interface Bubble {
  readonly key: string;
  readonly at: number;
  readonly text: string;
  /** The same formatted, of an operator. */
  readonly document?: TextDocument | undefined;
  readonly corrected?: "edited" | "deleted" | undefined;
  readonly files?: readonly Attachment[] | undefined;
  /** The place of the message that it answers, and what that says now as far as it is loaded. */
  readonly reply?: string | undefined;
  readonly quoted?: EventBody | undefined;
  /** What leads here is told this. */
  readonly place?: string;
  /** Null while it has none. */
  readonly conversation: string | null;
  readonly tick: Tick | null;
  /** Not in the log yet, or refused. */
  readonly item: Outgoing | null;
}

/** Messages of one author said in one breath. */
export interface Group {
  readonly kind: "group";
  readonly key: string;
  readonly mine: boolean;
  readonly author: Person | null;
  readonly bubbles: readonly Bubble[];
}

type Of<Kind extends DayItem["kind"]> = Extract<DayItem, { kind: Kind }>;
/** `again`: somebody else was there before; `past`: another conversation follows the end of this one. */
export type Notice = Of<"notice"> & { readonly again?: boolean; readonly past?: boolean };
export type Row = Group | Of<"day"> | Notice;

/** A longer silence begins a new group, with its own time. */
const breath = 5 * 60_000;

/** Puts neighbouring messages of one author together. Refused texts stand at the end, where they can be taken up again. */
export function rowsOf(items: readonly DayItem[], outgoing: readonly Outgoing[] = []): Row[] {
  const rows: Row[] = [];
  for (const item of [...items, ...outgoing.filter(({ state }) => state === "failed").map(refusedItem)]) {
    if (item.kind === "day") rows.push(item);
    else if (item.kind === "notice") addNotice(rows, item);
    else addMessage(rows, item);
  }
  return rows.map((row, at) =>
    row.kind === "notice" && row.notice === "closed" && at < rows.length - 1 ? { ...row, past: true } : row,
  );
}

function addMessage(rows: Row[], item: Of<"message"> | Of<"outgoing">): void {
  const bubble = bubbleOf(item);
  const mine = item.kind === "outgoing" || item.mine;
  const author = item.kind === "outgoing" ? null : item.author;
  const last = rows.at(-1);
  if (last?.kind === "group" && continues(last, mine, author, bubble.at)) {
    rows[rows.length - 1] = { ...last, bubbles: [...last.bubbles, bubble] };
  } else {
    rows.push({ kind: "group", key: bubble.key, mine, author, bubbles: [bubble] });
  }
}

function addNotice(rows: Row[], item: Of<"notice">): void {
  if (!isTold(item)) return;
  rows.push(item.notice === "joined" ? { ...item, again: wasServed(rows, item) } : item);
}

/** That an operator's connection was lost is our trouble; a hand-over has a line of its own. */
function isTold({ notice, reason }: Notice): boolean {
  return notice !== "opened" && (notice !== "left" || reason === "gave_back");
}

function wasServed(rows: readonly Row[], { conversation }: Notice): boolean {
  return rows.some((row) => row.kind === "notice" && row.notice === "joined" && row.conversation === conversation);
}

function refusedItem(item: Outgoing): DayItem {
  return { kind: "outgoing", key: item.cid, at: item.at, text: item.text, tick: "sending", item };
}

function bubbleOf(item: Of<"message"> | Of<"outgoing">): Bubble {
  const { key, at, text } = item;
  if (item.kind === "message") {
    const { document, files, conversation, corrected, tick, quoted } = item;
    const reply = item.reply ? `${conversation}/${item.reply}` : undefined;
    const place = `${conversation}/${item.seq}`;
    return { key, at, text, document, files, conversation, corrected, tick, reply, quoted, place, item: null };
  }
  const { state, files } = item.item;
  // Not there to be opened before it is stored, whatever conversation it goes to.
  return { key, at, text, files, conversation: null, tick: state === "failed" ? null : item.tick, item: item.item };
}

function continues(group: Group, mine: boolean, author: Person | null, at: number): boolean {
  const previous = group.bubbles.at(-1)?.at ?? 0;
  return group.mine === mine && (mine || group.author?.id === author?.id) && at - previous < breath;
}
