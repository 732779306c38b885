import type { ConsoleState } from "@beseda/client";
import type { Conversation } from "@beseda/protocol";

/** A colleague's note in a conversation of mine. */
export interface Whisper {
  readonly conversation: Conversation;
  /** The colleague. */
  readonly from: string;
  readonly text: string;
}

/** Of a note that names me I am told otherwise. */
function namesMe({ mentions = [] }: { mentions?: readonly string[] }, me: string | null): boolean {
  return mentions.some((each) => each === me);
}

/**
 * What colleagues have noted after `before` where I answer.
 *
 * @param since when I began to look, by the server's clock: what was there already, or before I took it, is only read
 */
export function whispersBetween(before: ConsoleState | null, next: ConsoleState, since: number): Whisper[] {
  if (before === null || before.threads === next.threads) return [];
  return Object.entries(next.threads).flatMap(([id, { internal }]): Whisper[] => {
    const conversation = next.conversations[id];
    const known = before.threads[id]?.internal;
    if (known === undefined || known === internal || known.last === internal.last) return [];
    if (conversation?.state !== "active" || conversation.owner !== next.me) return [];
    const from = Math.max(since, conversation.takenAt ?? 0);
    return internal.events.flatMap(({ seq, at, author, body }) =>
      seq > known.last &&
      at > from &&
      body.type === "note" &&
      author.kind === "operator" &&
      author.id !== next.me &&
      !namesMe(body, next.me)
        ? [{ conversation, from: author.id, text: body.text }]
        : [],
    );
  });
}
