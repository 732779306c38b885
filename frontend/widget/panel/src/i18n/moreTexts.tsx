import { createSpeech, type LanguageSources, type Messages, type Texts as TextsOf } from "@beseda/ui/i18n";
import type { ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { MoreMessages } from "../messages/more/ru";
import { type Language, useTexts } from "./texts";

/** Words of the parts that most visitors never see: fetched with the first of those parts. */
const sources = {
  ru: { load: () => import("../messages/more/ru").then((file) => file.ru) },
  en: { load: () => import("../messages/more/en").then((file) => file.en) },
  uk: { load: () => import("../messages/more/uk").then((file) => file.uk) },
} satisfies LanguageSources<Language>;

export type MoreTexts = TextsOf<MoreMessages, Language>;

/** Gives a component its further words; nothing stands in its place until they are here. */
export const withMoreTexts = partWithTexts<MoreMessages>(sources);

/** The same for a part with words of its own. */
export function partWithTexts<Words extends Messages>(sources: LanguageSources<Language>) {
  const { loadTexts } = createSpeech<Words, Language>(sources);
  return function withTexts<Properties extends { readonly more: TextsOf<Words, Language> }>(
    Part: ComponentType<Properties>,
  ): ComponentType<Omit<Properties, "more">> {
    return function WithTexts(properties) {
      const { language } = useTexts();
      const [more, setMore] = useState<TextsOf<Words, Language> | null>(null);
      useEffect(() => {
        let current = true;
        loadTexts(language).then(
          (loaded) => current && setMore(loaded),
          () => {
            // No network: the line's own message says so.
          },
        );
        return () => {
          current = false;
        };
      }, [language]);
      return more === null ? null : <Part {...({ ...properties, more } as unknown as Properties)} />;
    };
  };
}
