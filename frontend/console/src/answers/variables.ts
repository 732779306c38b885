/** What a ready answer may have filled in, in the order in which it is offered; the server refuses any other. */
export const variables = [
  "visitor.name",
  "operator.name",
  "company",
  "site",
  "page.title",
  "page.address",
  "city",
] as const;

export type Variable = (typeof variables)[number];

/** Empty: nobody knows. */
export type Values = Readonly<Record<Variable, string>>;

export interface Filled {
  readonly text: string;
  /** What nobody knows and has nothing to stand for it. */
  readonly missing: readonly Variable[];
  /** Where the first of these is missing; null when none is. */
  readonly gap: number | null;
}

/** `{name}` or `{name|what stands there when nobody knows}`, as the server reads it. */
const place = /\{\s*(\p{L}[^{}|\n]*)(?:\|([^{}\n]*))?\}/gu;

/** Fills in what is known. Values are text: braces in them mean nothing. */
export function fill(text: string, values: Values): Filled {
  const missing = new Set<Variable>();
  let gap: number | null = null;
  let filled = "";
  let read = 0;
  for (const match of text.matchAll(place)) {
    const name = variables.find((each) => each === match[1]?.trim());
    if (name === undefined) continue;
    filled += text.slice(read, match.index);
    read = match.index + match[0].length;
    const value = values[name] || match[2]?.trim();
    if (value) filled += value;
    else {
      missing.add(name);
      gap ??= filled.length;
    }
  }
  return { text: filled + text.slice(read), missing: [...missing], gap };
}

/** True when something in the text depends on whom it is sent to. */
export function hasVariables(text: string): boolean {
  return [...text.matchAll(place)].some((match) => variables.some((name) => name === match[1]?.trim()));
}
