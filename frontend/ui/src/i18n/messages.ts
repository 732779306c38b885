/** Plural forms of one message, chosen by the number `count`; Russian and Ukrainian need one, few and many. */
export interface PluralForms {
  readonly zero?: string;
  readonly one?: string;
  readonly two?: string;
  readonly few?: string;
  readonly many?: string;
  readonly other: string;
}

/** A text with {places} for values, or its plural forms. */
export type Message = string | PluralForms;

/** All texts of one application in one language. */
export type Messages<Key extends string = string> = Readonly<Record<Key, Message>>;

type PlacesIn<Text> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | PlacesIn<Rest> : never;

type ValuesFor<M> = M extends string
  ? { readonly [Name in PlacesIn<M>]: string | number }
  : { readonly [Name in Exclude<PlacesIn<M[keyof M]>, "count">]: string | number } & { readonly count: number };

/** The values a message asks for: nothing, or one object with a member for each of its places. */
export type MessageArguments<M> = [keyof ValuesFor<M>] extends [never] ? [] : [values: ValuesFor<M>];

/** Whether two languages agree: one line per key whose places differ, or whose plural forms are not those of the language. */
export function messageProblems(reference: Messages, other: Messages, language: string): string[] {
  const wanted = [...new Intl.PluralRules(language).resolvedOptions().pluralCategories].sort().join(" ");
  return Object.entries(other).flatMap(([key, message]) => {
    const original = reference[key];
    if (original === undefined) return [`${key}: unknown`];
    const problems: string[] = [];
    const forms = typeof message === "string" ? [message] : Object.values(message);
    if (forms.some((text) => text.trim() === "")) problems.push(`${key}: empty`);
    if (placesOf(original) !== placesOf(message)) {
      problems.push(`${key}: has places "${placesOf(message)}", expected "${placesOf(original)}"`);
    }
    if (typeof message !== "string" && Object.keys(message).sort().join(" ") !== wanted) {
      problems.push(`${key}: has forms "${Object.keys(message).sort().join(" ")}", expected "${wanted}"`);
    }
    return problems;
  });
}

function placesOf(message: Message): string {
  const texts = typeof message === "string" ? [message] : Object.values(message);
  const names = texts.flatMap((text) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]));
  return [...new Set(names)]
    .filter((name) => name !== "count")
    .sort()
    .join(" ");
}
