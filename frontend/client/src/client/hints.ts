import type { Seen, Typing, VisitorDraft } from "@beseda/protocol";
import type { Environment } from "../environment";

const TYPING_PAUSE = 3000;
const SEEN_PAUSE = 1000;
const DRAFT_PAUSE = 500;

/** What is said often and may be lost: who types, what was seen. */
export interface Hints {
  typing(conversation: string, on: boolean): void;
  /** What is being written, told at most twice a second, the last of it always. */
  draft(conversation: string, text: string): void;
  seen(conversation: string, seq: number): void;
  /** The page may be visible again. */
  wake(): void;
  /** A new line: marks may have been lost with the old one. */
  resume(): void;
}

/** @param marked told when a mark counts, that is once the page is visible */
export function createHints(
  environment: Environment,
  send: (frame: Typing | Seen | VisitorDraft) => boolean,
  marked: (conversation: string, seq: number) => void,
): Hints {
  const paused = new Map<string, () => void>();
  const marks = new Map<string, number>();
  const unsent = new Set<string>();
  let resting = false;
  let writing: { conversation: string; text: string } | null = null;
  let told = "";
  let writes = false;

  function tellDraft(): void {
    if (writes || writing === null || writing.text === told) return;
    told = writing.text;
    send({ t: "draft", ...writing });
    writes = true;
    environment.after(DRAFT_PAUSE, () => {
      writes = false;
      tellDraft();
    });
  }

  function flush(): void {
    if (!resting && unsent.size > 0 && environment.visible() && [...unsent].every(tell)) {
      resting = true;
      environment.after(SEEN_PAUSE, () => {
        resting = false;
        flush();
      });
    }
  }

  /** False without a line: the next one asks again. */
  function tell(conversation: string): boolean {
    const seq = marks.get(conversation) ?? 0;
    marked(conversation, seq);
    const sent = send({ t: "seen", conversation, seq });
    if (sent) {
      unsent.delete(conversation);
    }
    return sent;
  }

  return {
    typing(conversation, on) {
      const cancel = paused.get(conversation);
      if (on && !cancel && send({ t: "typing", conversation, on })) {
        paused.set(
          conversation,
          environment.after(TYPING_PAUSE, () => paused.delete(conversation)),
        );
      } else if (!on && cancel) {
        cancel();
        paused.delete(conversation);
        send({ t: "typing", conversation, on });
      }
    },
    draft(conversation, text) {
      writing = { conversation, text };
      if (text === "") writes = false;
      tellDraft();
    },
    seen(conversation, seq) {
      if (seq > (marks.get(conversation) ?? 0)) {
        marks.set(conversation, seq);
        unsent.add(conversation);
        flush();
      }
    },
    wake: flush,
    resume() {
      for (const conversation of marks.keys()) {
        unsent.add(conversation);
      }
      flush();
    },
  };
}
