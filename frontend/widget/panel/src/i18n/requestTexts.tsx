import type { LanguageSources, Texts as TextsOf } from "@beseda/ui/i18n";
import type { RequestMessages } from "../messages/requests/ru";
import { partWithTexts } from "./moreTexts";
import type { Language } from "./texts";

const sources = {
  ru: { load: () => import("../messages/requests/ru").then((file) => file.ru) },
  en: { load: () => import("../messages/requests/en").then((file) => file.en) },
  uk: { load: () => import("../messages/requests/uk").then((file) => file.uk) },
} satisfies LanguageSources<Language>;

export type RequestTexts = TextsOf<RequestMessages, Language>;

/** Gives a component the words of calls and letters. */
export const withRequestTexts = partWithTexts<RequestMessages>(sources);
