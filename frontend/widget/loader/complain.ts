/** Tells the page's owner, on the page's console, what has to be changed. */
export function complain(problem: string): void {
  // biome-ignore lint/suspicious/noConsole: the only place a page's owner looks into.
  console.warn(`Beseda: ${problem}`);
}
