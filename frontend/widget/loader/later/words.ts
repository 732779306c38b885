import { en } from "./messages/en";
import { type InvitationMessages, ru } from "./messages/ru";
import { uk } from "./messages/uk";

const all: Readonly<Record<string, InvitationMessages>> = { ru, en, uk };

/** Words of a language as the server names it; English for one we do not speak. */
export function wordsFor(language: string): InvitationMessages {
  return all[language] ?? en;
}
