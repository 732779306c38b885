import type { Conversation } from "@beseda/protocol";
import { matches, type Sections } from "./sections";

export const sectionNames = ["waiting", "mine", "others", "closed"] as const;
export type SectionName = (typeof sectionNames)[number];

/** What the list draws, top to bottom; `key` stays with the thing when it moves. */
export type Row =
  | { kind: "section"; key: string; section: SectionName; count: number | null; folded: boolean }
  | { kind: "conversation"; key: string; section: SectionName; conversation: Conversation }
  | { kind: "empty"; key: string; section: SectionName }
  | { kind: "more"; key: string; state: "loading" | "idle" | "failed" };

export interface Closed {
  readonly conversations: readonly Conversation[];
  readonly state: "loading" | "idle" | "failed" | "all";
}

/** Each once, as it was told of first, the last opened on top. */
export function inOrder(conversations: readonly Conversation[], gone: readonly string[]): Conversation[] {
  const known = new Map<string, Conversation>();
  for (const each of conversations) if (!known.has(each.id)) known.set(each.id, each);
  for (const id of gone) known.delete(id);
  return [...known.values()].sort((one, other) => other.openedAt - one.openedAt || (one.id < other.id ? 1 : -1));
}

/** Sections without a conversation are left out, except those an operator looks at to know that they are empty. */
export function rowsOf(sections: Sections, closed: Closed, folded: ReadonlySet<SectionName>, query: string): Row[] {
  const open = new Set([...sections.waiting, ...sections.mine, ...sections.others].map(({ id }) => id));
  const groups: Record<SectionName, readonly Conversation[]> = {
    ...sections,
    closed: closed.conversations.filter(({ id }) => !open.has(id)),
  };
  const searching = query.trim() !== "";
  return sectionNames.flatMap((section) => {
    const found = groups[section].filter((conversation) => matches(conversation, query));
    const body = [...found.map((conversation) => conversationRow(section, conversation)), ...tail(section, closed)];
    const always = !searching && (section === "waiting" || section === "mine");
    if (body.length === 0 && always) body.push({ kind: "empty", key: `empty ${section}`, section });
    if (body.length === 0) return [];
    const hidden = folded.has(section) && !searching;
    const head = sectionRow(section, section === "closed" ? null : found.length, hidden);
    return hidden ? [head] : [head, ...body];
  });
}

function sectionRow(section: SectionName, count: number | null, folded: boolean): Row {
  return { kind: "section", key: `section ${section}`, section, count, folded };
}

function conversationRow(section: SectionName, conversation: Conversation): Row {
  return { kind: "conversation", key: conversation.id, section, conversation };
}

function tail(section: SectionName, closed: Closed): Row[] {
  return section === "closed" && closed.state !== "all" ? [{ kind: "more", key: "more", state: closed.state }] : [];
}

/** The conversation `step` rows from the one with the cursor; without a cursor the first, or the last when going up. */
export function neighbour(rows: readonly Row[], cursor: string | null, step: 1 | -1): string | null {
  const ids = rows.flatMap((row) => (row.kind === "conversation" ? [row.conversation.id] : []));
  const at = cursor === null ? -1 : ids.indexOf(cursor);
  if (at < 0) return (step > 0 ? ids[0] : ids.at(-1)) ?? null;
  return ids[Math.min(ids.length - 1, Math.max(0, at + step))] ?? null;
}
