import { type ConsoleState, isWaiting } from "@beseda/client";
import type { Conversation } from "@beseda/protocol";

/** What an operator must hear of: a question that nobody has, and a client of mine who wrote. */
export interface News {
  readonly kind: "question" | "message";
  readonly conversation: Conversation;
}

/** What is new in `next`; nothing on the first look, so that a reload doesn't ring. */
export function newsBetween(before: ConsoleState | null, next: ConsoleState): News[] {
  if (before === null || before.me === null || before.conversations === next.conversations) return [];
  return Object.values(next.conversations).flatMap((conversation): News[] => {
    const known = before.conversations[conversation.id];
    const gaveItBack = known?.owner === next.me && known.state === "active";
    const knownWaiting = known !== undefined && isWaiting(known);
    if (conversation.state === "waiting" && !knownWaiting && !gaveItBack) return [{ kind: "question", conversation }];
    if (conversation.owner === next.me && known !== undefined && visitorSpoke(known, conversation)) {
      return [{ kind: "message", conversation }];
    }
    return [];
  });
}

function visitorSpoke(before: Conversation, next: Conversation): boolean {
  return next.preview?.author.kind === "visitor" && next.preview.at > (before.preview?.at ?? 0);
}
