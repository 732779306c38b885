import type { FieldType, KindDraft, KindField, Wish } from "../rest/requestKinds";
import type { Nature, Words } from "../rest/requests";

type Asked = keyof KindDraft["asks"];

/** What a request cannot do without: how to reach whoever leaves it, and what a letter says. */
const needed: Readonly<Record<Nature, readonly Asked[]>> = { call: ["phone"], letter: ["email", "text"] };

export function isNeeded(nature: Nature, asked: Asked): boolean {
  return needed[nature].includes(asked);
}

const free = (nature: Nature, asked: Asked, otherwise: Wish): Wish =>
  isNeeded(nature, asked) ? "required" : otherwise;

/** What a new kind begins with. */
export function draftOf(nature: Nature): KindDraft {
  return {
    site: null,
    nature,
    name: {},
    invitation: {},
    department: null,
    on: true,
    order: 10,
    asks: {
      name: "optional",
      phone: free(nature, "phone", "no"),
      email: free(nature, "email", "no"),
      text: free(nature, "text", "optional"),
    },
    fields: [],
    slotMinutes: 30,
    capacity: 1,
    daysAhead: nature === "call" ? 7 : 0,
    leadMinutes: 30,
    soon: nature === "call",
    soonMinutes: 30,
    answerMinutes: 480,
    remindMinutes: 5,
    rota: [],
    turn: "all",
  };
}

/** A further field, with an id that no other has. */
export function fieldOf(type: FieldType, others: readonly KindField[]): KindField {
  const taken = new Set(others.map(({ id }) => id));
  let number = others.length + 1;
  while (taken.has(`f${number}`)) number++;
  return {
    id: `f${number}`,
    label: {},
    type,
    required: type === "consent",
    choices: type === "choice" ? [{}, {}] : [],
  };
}

/** The list with one of it moved by a place up or down. */
export function moved<T>(list: readonly T[], at: number, by: 1 | -1): T[] {
  const next = [...list];
  const [one] = next.splice(at, 1);
  if (one !== undefined) next.splice(at + by, 0, one);
  return next;
}

/** The words in the other languages, to be translated from: blank where nothing is written. */
export function otherWords(words: Words, language: string): string {
  return Object.entries(words).find(([each, text]) => each !== language && text)?.[1] ?? "";
}
