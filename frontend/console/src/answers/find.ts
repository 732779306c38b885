import uFuzzy from "@leeoniya/ufuzzy";
import type { Locale, ReadyAnswer } from "../rest/types";

export interface Found {
  readonly answer: ReadyAnswer;
  /** What of its title was typed: from, to, from, to… */
  readonly marks: readonly number[];
}

/** For whom is looked. */
export interface Reader {
  /** The visitor's language as far as known; what is in another one comes later. */
  readonly language: string | null;
  /** The conversation's; what is for another one is not found. */
  readonly department: string | null;
}

const shown = 50;

/** Words in any order, each with one slip of the finger. */
const matcher = new uFuzzy({
  alpha: "a-zа-яіїєґ",
  intraMode: 1,
  intraIns: 1,
  intraSub: 1,
  intraTrn: 1,
  intraDel: 1,
});

const latin = "qwertyuiop[]asdfghjkl;'zxcvbnm,.";
const cyrillic = "йцукенгшщзхъфывапролджэячсмитьбю";

/** Ready answers made searchable once, so that every key stroke is only a search. */
export class AnswerIndex {
  private readonly titles: string[];
  private readonly texts: string[];

  constructor(private readonly answers: readonly ReadyAnswer[]) {
    this.titles = answers.map(({ title, folder }) => plain(`${title} ${folder}`));
    this.texts = answers.map(({ text }) => plain(text));
  }

  /** The best first: those whose titles have it before those whose texts have it, the used ones before the others. */
  find(query: string, reader: Reader): Found[] {
    const wanted = plain(query.trim());
    const hits = wanted === "" ? this.everything() : this.hits(wanted);
    const all = hits.length > 0 || wanted === "" ? hits : this.hits(otherLayout(wanted));
    const rank = ({ answer, rank }: Hit) => rank * 2 + Number(isForeign(answer, reader.language));
    return all
      .filter(({ answer }) => isFor(answer, reader.department))
      .sort((one, other) => rank(one) - rank(other))
      .slice(0, shown);
  }

  private everything(): Hit[] {
    return this.answers
      .map((answer) => ({ answer, marks: [], rank: 0 }))
      .sort((one, other) => other.answer.used - one.answer.used || one.answer.title.localeCompare(other.answer.title));
  }

  private hits(wanted: string): Hit[] {
    const byTitle = this.search(this.titles, wanted, 0);
    const known = new Set(byTitle.map(({ answer }) => answer));
    return [...byTitle, ...this.search(this.texts, wanted, 1).filter(({ answer }) => !known.has(answer))];
  }

  private search(haystack: string[], wanted: string, rank: number): Hit[] {
    const [places, info, order] = matcher.search(haystack, wanted, 1, haystack.length);
    if (places === null) return [];
    const sorted =
      order?.map((at) => [info.idx[at], info.ranges[at]] as const) ?? places.map((at) => [at, []] as const);
    return sorted.flatMap(([at, ranges]) => {
      const answer = at === undefined ? undefined : this.answers[at];
      if (answer === undefined) return [];
      const end = answer.title.length;
      return [{ answer, marks: rank === 0 ? (ranges ?? []).map((mark) => Math.min(mark, end)) : [], rank }];
    });
  }
}

interface Hit extends Found {
  readonly rank: number;
}

function isFor({ department }: ReadyAnswer, wanted: string | null): boolean {
  return department === null || wanted === null || department === wanted;
}

function isForeign({ language }: ReadyAnswer, wanted: string | null): boolean {
  return language !== null && wanted !== null && language !== (wanted.slice(0, 2).toLowerCase() as Locale);
}

/** As it is compared. */
export function plain(text: string): string {
  return text.toLocaleLowerCase().replaceAll("ё", "е");
}

/** As it would read had the keyboard been switched. */
export function otherLayout(text: string): string {
  return [...text]
    .map((letter) => cyrillic[latin.indexOf(letter)] ?? latin[cyrillic.indexOf(letter)] ?? letter)
    .join("");
}
