import { useCallback, useSyncExternalStore } from "react";

/** One timer for all running clocks of the page; it stops when none is on the screen. */
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;
let offset = 0;

/** Server's clock minus ours, milliseconds. */
export function setClockOffset(milliseconds: number): void {
  offset = milliseconds;
}

/** The server's time as far as we know it, epoch milliseconds. */
export function serverNow(): number {
  return Date.now() + offset;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    for (const each of listeners) each();
  }, 1000);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) {
      clearInterval(timer);
      timer = undefined;
    }
  };
}

/** The server's time, rounded down to a multiple of `step`: the component is drawn again only when that changes. */
export function useNow(step = 1000): number {
  const read = useCallback(() => Math.floor(serverNow() / step) * step, [step]);
  return useSyncExternalStore(subscribe, read);
}
