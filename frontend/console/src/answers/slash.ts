export interface Slash {
  /** Where it stands. */
  readonly at: number;
  /** What was typed after it. */
  readonly query: string;
}

/** Longer is nobody's search, but a text that happens to begin so. */
const longest = 40;

/** The slash at the start of a word that the cursor stands behind, on its line; null when there is none. */
export function slashBefore(text: string, caret: number): Slash | null {
  const found = /(?:^|\s)\/((?!\s)(?:(?!\s\/)[^\n])*)$/.exec(text.slice(0, caret));
  const query = found?.[1];
  if (query === undefined || query.length > longest) return null;
  return { at: caret - query.length - 1, query };
}
