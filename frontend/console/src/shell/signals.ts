import { useEffect, useEffectEvent } from "react";

/** What an action asks of a view that it doesn't know: put the cursor somewhere, open something. */
export type ShellSignal =
  | "search"
  | "answer"
  | "note"
  | "readyAnswers"
  | "visitorCard"
  | "next"
  | "previous"
  | "openCursor"
  | "keys"
  | "palette"
  | "askClose"
  | "askHandOver"
  | "askTakeOver";

const target = new EventTarget();

export function signal(name: ShellSignal): void {
  target.dispatchEvent(new Event(name));
}

export function useSignal(name: ShellSignal, handle: () => void): void {
  const current = useEffectEvent(handle);
  useEffect(() => {
    const listener = () => current();
    target.addEventListener(name, listener);
    return () => target.removeEventListener(name, listener);
  }, [name]);
}
