import {
  chooseLanguage,
  createFormat,
  type LanguageSources,
  loadTexts as load,
  type Texts as TextsOf,
} from "@beseda/ui/i18n";
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

/** The texts of a language, with times as the reader's own country writes them: 14:02 in Britain, 02:02 PM in America. */
export async function loadTexts(language: Language): Promise<Texts> {
  const region = navigator.languages.find((tag) => tag.split("-", 1)[0] === language);
  return { ...(await load<PanelMessages, Language>(sources, language)), format: createFormat(region ?? language) };
}

const TextsContext = createContext<Texts | undefined>(undefined);

export const TextsProvider = TextsContext.Provider;

export function useTexts(): Texts {
  const texts = useContext(TextsContext);
  if (!texts) throw new Error("useTexts() is used outside of TextsProvider");
  return texts;
}
