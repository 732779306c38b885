import type { ConsoleSnapshot } from "@beseda/client";

/** A colleague named in a note that is being written. */
export interface Mentioned {
  readonly id: string;
  /** As it was written behind the @. */
  readonly name: string;
}

/** The @ that the cursor stands behind, and what was typed after it. */
export interface At {
  readonly at: number;
  readonly query: string;
}

type People = ConsoleSnapshot["operators"];

const token = /@\{([\w-]{1,40})\}/g;
const longest = 30;

/** Null where there is none, or where it names somebody already. */
export function atBefore(text: string, caret: number, mentions: readonly Mentioned[]): At | null {
  const query = /(?:^|[\s("«])@([^\n@]*)$/.exec(text.slice(0, caret))?.[1];
  if (query === undefined || query.length > longest || query.startsWith(" ")) return null;
  return mentions.some(({ name }) => query.startsWith(name)) ? null : { at: caret - query.length - 1, query };
}

/** The note as it goes to the server: whoever is named in it is told. */
export function withTokens(text: string, mentions: readonly Mentioned[] = []): string {
  const longFirst = [...mentions].sort((one, other) => other.name.length - one.name.length);
  return longFirst.reduce((all, { id, name }) => all.replaceAll(`@${name}`, `@{${id}}`), text);
}

/** A piece of a note: words, or somebody. */
export type Piece = { readonly text: string } | { readonly operator: string };

export function piecesOf(note: string): Piece[] {
  return note
    .split(token)
    .map((part, index) => (index % 2 === 1 ? { operator: part } : { text: part }))
    .filter((piece) => "operator" in piece || piece.text !== "");
}

/** The note as one writes it, with the names of now. */
export function spelled(note: string, people: People, unknown: string): { text: string; mentions: Mentioned[] } {
  const mentions: Mentioned[] = [];
  const text = note
    .replace(token, (_, id: string) => {
      const name = people[id]?.name ?? unknown;
      if (!mentions.some((known) => known.id === id)) mentions.push({ id, name });
      return `@${name}`;
    })
    // What was cut in the middle of somebody.
    .replace(/@\{[\w-]*$/, "…");
  return { text, mentions };
}
