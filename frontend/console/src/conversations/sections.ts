import { type ConsoleState, mine, waiting } from "@beseda/client";
import type { Conversation } from "@beseda/protocol";

/** The open conversations as an operator sees them: nobody's, mine, the colleagues'. */
export interface Sections {
  readonly waiting: readonly Conversation[];
  readonly mine: readonly Conversation[];
  readonly others: readonly Conversation[];
}

/** Those who wait come first, the longest on top. Only an answer or a new question moves a row, never the passing of time. */
export function sectionsOf(state: ConsoleState): Sections {
  const others = Object.values(state.conversations).filter(
    ({ state: stage, owner }) => stage === "active" && owner !== state.me,
  );
  return { waiting: waiting(state), mine: mine(state), others: others.sort(byNeed) };
}

function byNeed(one: Conversation, other: Conversation): number {
  if (one.waitingSince !== null && other.waitingSince !== null) {
    return one.waitingSince - other.waitingSince || byId(one, other);
  }
  if (one.waitingSince !== null) return -1;
  if (other.waitingSince !== null) return 1;
  return lastWord(other) - lastWord(one) || byId(one, other);
}

function byId(one: Conversation, other: Conversation): number {
  return one.id < other.id ? -1 : 1;
}

/** When the newest thing was said. */
export function lastWord(conversation: Conversation): number {
  return conversation.closedAt ?? conversation.preview?.at ?? conversation.openedAt;
}

/** The visitor said something that no operator has had on the screen. */
export function isUnread(conversation: Conversation): boolean {
  return (
    conversation.state !== "closed" &&
    conversation.publicTop > conversation.operatorSeen &&
    conversation.preview?.author.kind === "visitor"
  );
}

/** Whether the visitor's name, label or address contains what was typed into the search box; letter case doesn't matter. */
export function matches(conversation: Conversation, query: string): boolean {
  const wanted = query.trim().toLocaleLowerCase();
  if (wanted === "") return true;
  const { name, label, email, phone, city } = conversation.visitor;
  return [name, label, email, phone, city].some((text) => text?.toLocaleLowerCase().includes(wanted) ?? false);
}
