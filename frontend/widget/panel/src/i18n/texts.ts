import { chooseLanguage, type LanguageSources, loadTexts as load, type Texts as TextsOf } from "@beseda/ui/i18n";
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

/** Each language in its own words: whoever looks for it reads it. */
export const languageNames: Readonly<Record<Language, string>> = { ru: "Русский", en: "English", uk: "Українська" };

export const languages = Object.keys(sources) as Language[];

/** The language of the browser, as far as we speak it; `wanted` (a setting of the site) goes first. */
export function readersLanguage(...wanted: string[]): Language {
  return chooseLanguage([...wanted, ...navigator.languages], languages);
}

export function loadTexts(language: Language): Promise<Texts> {
  return load<PanelMessages, Language>(sources, language);
}

const TextsContext = createContext<Texts | undefined>(undefined);

export const TextsProvider = TextsContext.Provider;

export function useTexts(): Texts {
  const texts = useContext(TextsContext);
  if (!texts) throw new Error("useTexts() is used outside of TextsProvider");
  return texts;
}
