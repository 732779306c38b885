import { createSpeech, type LanguageSources, type Texts as TextsOf } from "@beseda/ui/i18n";
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { PanelMessages } from "../messages/ru";

/** A further language is one file in messages/ and one line here. */
const sources = {
  ru: { load: () => import("../messages/ru").then((file) => file.ru) },
  en: { load: () => import("../messages/en").then((file) => file.en) },
  uk: { load: () => import("../messages/uk").then((file) => file.uk) },
} satisfies LanguageSources<string>;

export type Language = keyof typeof sources;
export type Texts = TextsOf<PanelMessages, Language>;

export const { languages, readersLanguage, loadTexts } = createSpeech<PanelMessages, Language>(sources);

const TextsContext = createContext<Texts | undefined>(undefined);

export const TextsProvider = TextsContext.Provider;

export function useTexts(): Texts {
  const texts = useContext(TextsContext);
  if (!texts) throw new Error("useTexts() is used outside of TextsProvider");
  return texts;
}
