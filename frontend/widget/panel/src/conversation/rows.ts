import type { DayItem, Outgoing, Person, Tick } from "@beseda/client";

/** One message as it is drawn. */
export interface Bubble {
  readonly key: string;
  readonly at: number;
  readonly text: string;
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
export type Notice = Of<"notice">;
export type Row = Group | Of<"day"> | Notice;

/** A longer silence begins a new group, with its own time. */
const breath = 5 * 60_000;

/** Puts neighbouring messages of one author together. Refused texts stand at the end, where they can be taken up again. */
export function rowsOf(items: readonly DayItem[], outgoing: readonly Outgoing[] = []): Row[] {
  const rows: Row[] = [];
  for (const item of [...items, ...outgoing.filter(({ state }) => state === "failed").map(refusedItem)]) {
    if (item.kind === "day" || item.kind === "notice") {
      if (item.kind === "day" || item.notice !== "opened") rows.push(item);
      continue;
    }
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
  return rows;
}

function refusedItem(item: Outgoing): DayItem {
  return { kind: "outgoing", key: item.cid, at: item.at, text: item.text, tick: "sending", item };
}

function bubbleOf(item: Of<"message"> | Of<"outgoing">): Bubble {
  const { key, at, text } = item;
  if (item.kind === "message") return { key, at, text, tick: item.tick, item: null };
  return { key, at, text, tick: item.item.state === "failed" ? null : item.tick, item: item.item };
}

function continues(group: Group, mine: boolean, author: Person | null, at: number): boolean {
  const previous = group.bubbles.at(-1)?.at ?? 0;
  return group.mine === mine && (mine || group.author?.id === author?.id) && at - previous < breath;
}
