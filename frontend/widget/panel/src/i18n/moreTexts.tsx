import { createSpeech, type LanguageSources, type Texts as TextsOf } from "@beseda/ui/i18n";
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

const { loadTexts } = createSpeech<MoreMessages, Language>(sources);

/** The component with its further words; nothing stands in its place until they are here. */
export function withMoreTexts<Properties extends { readonly more: MoreTexts }>(
  Part: ComponentType<Properties>,
): ComponentType<Omit<Properties, "more">> {
  return function WithMoreTexts(properties) {
    const { language } = useTexts();
    const [more, setMore] = useState<MoreTexts | null>(null);
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
}
