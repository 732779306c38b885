/** What counts as moving. */
const signs = ["pointermove", "pointerdown", "keydown", "wheel", "scroll", "touchstart"];

/** Looked at so often, milliseconds. */
const look = 1000;

let stop: AbortController | undefined;

/** Tells when nothing has been touched for so many seconds, and, with 0, when something is again. A later watch replaces an earlier one. */
export function watchIdleness(seconds: number, told: (seconds: number) => void): void {
  stop?.abort();
  const watch = new AbortController();
  stop = watch;
  let moved = Date.now();
  let idle = false;
  const timer = setInterval(() => {
    if (idle || Date.now() - moved < seconds * 1000) return;
    idle = true;
    told(seconds);
  }, look);
  watch.signal.addEventListener("abort", () => clearInterval(timer));
  const move = () => {
    moved = Date.now();
    if (idle) told(0);
    idle = false;
  };
  for (const sign of signs) addEventListener(sign, move, { passive: true, capture: true, signal: watch.signal });
}
