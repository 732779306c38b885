import { asProblem } from "../rest/problem";

/** What a person in front of a page does with it; scrolling counts, what scripts do does not. */
const inputs = ["pointerdown", "keydown", "wheel"] as const;

/** Often enough for the shortest idle limit of 15 minutes. */
export const tellEvery = 60_000;

/**
 * Tells the server now and then that somebody is in front of the page: it ends sessions nobody does anything in, and cannot see
 * who only reads. At most once a minute; returns how to stop.
 */
export function tellActs(
  page: EventTarget,
  now: () => number,
  tell: () => Promise<unknown>,
  signedOut: () => void,
): () => void {
  let told = Number.NEGATIVE_INFINITY;
  const acted = () => {
    if (now() - told < tellEvery) return;
    told = now();
    tell().catch((error: unknown) => {
      if (asProblem(error).status === 401) signedOut();
    });
  };
  const options = { capture: true, passive: true };
  for (const input of inputs) page.addEventListener(input, acted, options);
  return () => {
    for (const input of inputs) page.removeEventListener(input, acted, options);
  };
}
