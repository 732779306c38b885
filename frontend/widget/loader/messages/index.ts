import { en } from "./en";
import { type LoaderMessages, ru } from "./ru";
import { uk } from "./uk";

export type { LoaderMessages };

const all: Readonly<Record<string, LoaderMessages>> = { ru, en, uk };

/** Words of a language as the server names it; English for one we do not speak. */
export function messagesFor(language: string): LoaderMessages {
  return all[language] ?? en;
}
