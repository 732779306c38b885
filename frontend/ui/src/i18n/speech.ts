import { createFormat } from "./format";
import { chooseLanguage, type LanguageSources, loadTranslator, type Texts } from "./languages";
import type { Messages } from "./messages";

/** The languages of one application and the ways to one of them. */
export interface Speech<Reference extends Messages, Language extends string> {
  readonly languages: readonly Language[];
  /** The language of the browser, as far as we speak it; `wanted` (somebody's choice, a setting) goes first. */
  readersLanguage(...wanted: string[]): Language;
  /** The texts of a language, with times and dates as the reader's own country writes them. */
  loadTexts(language: Language): Promise<Texts<Reference, Language>>;
}

/** Each language in its own words: whoever looks for it reads it. */
export const languageNames = { ru: "Русский", en: "English", uk: "Українська" } as const;

/** @param wished the browser's languages, best first: `navigator.languages` */
export function createSpeech<Reference extends Messages, Language extends string>(
  sources: LanguageSources<Language>,
  wished: () => readonly string[] = () => navigator.languages,
): Speech<Reference, Language> {
  const languages = Object.keys(sources) as Language[];
  return {
    languages,
    readersLanguage: (...wanted) => chooseLanguage([...wanted, ...wished()], languages),
    async loadTexts(language) {
      const t = await loadTranslator<Reference, Language>(sources, language);
      return { language, t, format: createFormat(localeOf(language, wished())) };
    },
  };
}

/** The first of the browser's locales in this language: 14:02 for en-GB, 2:02 PM for en-US. */
function localeOf(language: string, wished: readonly string[]): string {
  return wished.find((tag) => tag.toLowerCase().split("-", 1)[0] === language) ?? language;
}
