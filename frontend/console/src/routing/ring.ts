/** How a deadline looks: what is left of it as a part of one, in whole seconds, and how pressing that is. */
export interface Ring {
  readonly part: number;
  readonly seconds: number;
  readonly urgency: "calm" | "soon" | "late";
}

const soonBelow = 10_000;
const lateBelow = 5_000;

/**
 * @param until the deadline, by the server's clock
 * @param whole how long it was at the first look, milliseconds
 * @param now the server's clock
 */
export function ringOf(until: number, whole: number, now: number): Ring {
  const left = Math.max(0, until - now);
  // A short offer is not alarming from its first second on.
  const urgency =
    left < Math.min(lateBelow, whole / 3) ? "late" : left < Math.min(soonBelow, whole / 2) ? "soon" : "calm";
  return { part: whole <= 0 ? 0 : Math.min(1, left / whole), seconds: Math.ceil(left / 1000), urgency };
}
