import type { ReadyAnswer } from "../rest/types";

export interface Folder {
  readonly name: string;
  readonly answers: readonly ReadyAnswer[];
}

/** By folder and title as the reader's language sorts them; what lies in no folder comes first. */
export function foldersOf(answers: readonly ReadyAnswer[], language: string): Folder[] {
  const { compare } = new Intl.Collator(language, { numeric: true });
  const folders = new Map<string, ReadyAnswer[]>();
  for (const answer of answers) {
    const inside = folders.get(answer.folder);
    if (inside === undefined) folders.set(answer.folder, [answer]);
    else inside.push(answer);
  }
  return [...folders]
    .sort(([one], [other]) => compare(one, other))
    .map(([name, inside]) => ({ name, answers: inside.sort((one, other) => compare(one.title, other.title)) }));
}

/** Those whose title, folder or text has every word of the query in it. */
export function containing(answers: readonly ReadyAnswer[], query: string): readonly ReadyAnswer[] {
  const words = query.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  return answers.filter(({ folder, title, text }) => {
    const all = `${folder} ${title} ${text}`.toLocaleLowerCase();
    return words.every((word) => all.includes(word));
  });
}
