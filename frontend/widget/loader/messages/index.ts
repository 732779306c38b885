import { en } from "./en";
import { type LoaderMessages, ru } from "./ru";
import { uk } from "./uk";

export type { LoaderMessages };

const all: Readonly<Record<string, LoaderMessages>> = { ru, en, uk };

/** Words of a language tag such as `ru` or `en-GB`; English for one we do not speak. */
export function messagesFor(language: string): LoaderMessages {
  return all[language.slice(0, 2).toLowerCase()] ?? en;
}
