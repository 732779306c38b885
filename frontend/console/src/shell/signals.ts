import { useEffect, useEffectEvent } from "react";

/** What can be done with the open request. */
export type RequestSignal =
  | "take"
  | "reached"
  | "noAnswer"
  | "wrongNumber"
  | "done"
  | "putOff"
  | "note"
  | "handOver"
  | "conversation";

/** What an action asks of a view that it doesn't know: put the cursor somewhere, open something. */
export type ShellSignal =
  | `request.${RequestSignal}`
  | "search"
  | "answer"
  | "note"
  | "readyAnswers"
  | "editLast"
  | "reply"
  | "translate"
  | "translateDraft"
  | "searchLog"
  | "tags"
  | "articles"
  | "visitorCard"
  | "next"
  | "previous"
  | "nextHit"
  | "previousHit"
  | "openCursor"
  | "keys"
  | "palette"
  | "askClose"
  | "askHandOver"
  | "askTakeOver";

const target = new EventTarget();

/** @param place of a message, where it is about one */
export function signal(name: ShellSignal, place?: number): void {
  target.dispatchEvent(new CustomEvent(name, { detail: place }));
}

export function useSignal(name: ShellSignal, handle: (place?: number) => void): void {
  const current = useEffectEvent(handle);
  useEffect(() => {
    const listener = (event: Event) => current(event instanceof CustomEvent ? (event.detail ?? undefined) : undefined);
    target.addEventListener(name, listener);
    return () => target.removeEventListener(name, listener);
  }, [name]);
}
