import { plain } from "../answers/find";

type Span = readonly [from: number, until: number];

const token = /[\p{L}\p{N}]+/gu;

/**
 * Where the words sought stand in a text: what the server has found by its knowledge of the language is found again by
 * how words begin, so that «чайник» is seen in «чайниками». `known`: forms that the server has marked.
 */
export function finderOf(words: string, known: readonly string[]): (text: string) => Span[] {
  const forms = new Set(known.flatMap((each) => plain(each).match(token) ?? []));
  const sought = soughtIn(words);
  const isHit = (word: string) => forms.has(word) || sought.some((each) => alike(each, word));
  return (text) =>
    [...plain(text).matchAll(token)].flatMap(({ 0: word, index }) =>
      isHit(word) ? [[index, index + word.length] as const] : [],
    );
}

interface Sought {
  readonly word: string;
  /** Any ending will do. */
  readonly open: boolean;
}

/** The words that must be there; those that must not begin with a minus. */
function soughtIn(words: string): Sought[] {
  const wanted = plain(words).replace(/(^|\s)-("[^"]*"?|\S+)/g, " ");
  return [...wanted.matchAll(/([\p{L}\p{N}]+)(\*?)/gu)].map(([, word = "", star]) => ({ word, open: star === "*" }));
}

function alike({ word, open }: Sought, other: string): boolean {
  if (open) return other.startsWith(word);
  if (word.length < 4 || /\d/.test(word)) return other === word;
  const stem = word.slice(0, Math.max(3, word.length - 3, Math.ceil(word.length * 0.6)));
  return other.startsWith(stem) && Math.abs(other.length - word.length) <= 4;
}

/** The next place after the current one, round and round; the first where there is none. */
export function stepped(places: readonly string[], current: string | null, by: 1 | -1): string | null {
  if (places.length === 0) return null;
  const at = current === null ? -1 : places.indexOf(current);
  if (at < 0) return places.at(by === 1 ? 0 : -1) ?? null;
  return places[(at + by + places.length) % places.length] ?? null;
}
