import { createSpeech, type LanguageSources, type Texts as TextsOf } from "@beseda/ui/i18n";
import { createContext, use } from "react";
import type { ConsoleMessages } from "../messages/ru";

/** A further language is one folder in messages/ and one line here. */
const sources = {
  ru: { load: () => import("../messages/ru").then((file) => file.ru) },
  en: { load: () => import("../messages/en").then((file) => file.en) },
  uk: { load: () => import("../messages/uk").then((file) => file.uk) },
} satisfies LanguageSources<string>;

export type Language = keyof typeof sources;
export type Texts = TextsOf<ConsoleMessages, Language>;

export const { languages, readersLanguage, loadTexts } = createSpeech<ConsoleMessages, Language>(sources);

const TextsContext = createContext<Texts | undefined>(undefined);

export const TextsProvider = TextsContext.Provider;

export function useTexts(): Texts {
  const texts = use(TextsContext);
  if (!texts) throw new Error("useTexts() is used outside of TextsProvider");
  return texts;
}
