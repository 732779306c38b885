import { isWaiting } from "@beseda/client";
import type { Conversation } from "@beseda/protocol";

/** How many questions nobody has taken. */
export function waitingCount(conversations: Readonly<Record<string, Conversation>>): number {
  return Object.values(conversations).filter(isWaiting).length;
}
