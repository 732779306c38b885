import type { Format } from "./format";
import type { Message, Messages } from "./messages";
import { createTranslator, type Dictionary, type Translate } from "./translator";

/** One language an application offers: its file is loaded when somebody needs it. */
export interface LanguageSource {
  readonly load: () => Promise<Readonly<Partial<Record<string, Message>>>>;
  /** For a language whose file is not complete: those that fill its holes, nearest first. */
  readonly fallback?: readonly string[];
}

export type LanguageSources<Language extends string> = Readonly<Record<Language, LanguageSource>>;

/** Languages whose readers mostly read Russian better than English. */
const readRussian = new Set(["ab", "be", "ba", "cv", "kk", "ky", "os", "ru", "tg", "tt", "uk"]);

/** The first wanted language (navigator.languages, or a setting) that is offered; else Russian where it is read; else English. */
export function chooseLanguage<Language extends string>(
  wanted: readonly string[],
  offered: readonly Language[],
): Language {
  const bases = wanted.map((tag) => tag.toLowerCase().split(/[-_]/, 1)[0] ?? "");
  const find = (language: string | undefined) => offered.find((candidate) => candidate === language);
  for (const base of bases) {
    const found = find(base) ?? (readRussian.has(base) ? find("ru") : undefined);
    if (found) return found;
  }
  const last = find("en") ?? offered[0];
  if (!last) throw new Error("no language is offered");
  return last;
}

/** What a screen needs to speak: the language, its texts by key, its dates and numbers. */
export interface Texts<Reference extends Messages, Language extends string> {
  readonly language: Language;
  readonly t: Translate<Reference>;
  readonly format: Format;
}

/** Loads one language, and those that fill its holes, into a function that gives its texts. */
export async function loadTranslator<Reference extends Messages, Language extends string>(
  sources: LanguageSources<Language>,
  language: Language,
): Promise<Translate<Reference>> {
  const known: Readonly<Record<string, LanguageSource>> = sources;
  const chain = [language, ...(sources[language].fallback ?? [])];
  const dictionaries = await Promise.all(
    chain.flatMap((name): Promise<Dictionary>[] => {
      const source = known[name];
      return source ? [source.load().then((messages) => ({ language: name, messages }))] : [];
    }),
  );
  return createTranslator<Reference>(dictionaries);
}
