import type { Messages } from "./messages";

/** Words that other products use for our things; docs/vocabulary.md says which ones we use. */
const foreign: Readonly<Record<string, RegExp>> = {
  // With a capital letter «Беседа» is the product.
  ru: /бесед|(?<!\p{L})(?:[Чч]ат(?!\p{L}{4})|[Кк]лиент|[Рр]азговор|[Пп]окупател|[Гг]ост(?:ь|я|ю|и)(?!\p{L}))/u,
  uk: /бесід|(?<!\p{L})(?:[Чч]ат(?!\p{L}{4})|[Кк]лієнт|[Рр]озмов|[Пп]окупц|[Гг]ост(?:я|ю|і)(?!\p{L}))/u,
  en: /\b(?:chat|client|customer|dialog(?:ue)?|guest|buyer)s?\b|\bon line\b/i,
};

/** Only texts about a site's own clients speak of them: everywhere else a visitor is meant. */
const ofClients = /^(?:clients?\.|same\.|settings\.clients)/;
const client = /клиент|клієнт|client/i;

/** The texts in which a thing has another name than everywhere else: one line per key. */
export function foreignWords(messages: Messages, language: string): string[] {
  const pattern = foreign[language];
  if (!pattern) throw new Error(`no words are known for the language "${language}"`);
  return Object.entries(messages).flatMap(([key, message]) => {
    const texts: string[] = typeof message === "string" ? [message] : Object.values(message);
    return texts
      .flatMap((text) => pattern.exec(text)?.slice(0, 1) ?? [])
      .filter((word) => !(ofClients.test(key) && client.test(word)))
      .map((word) => `${key}: "${word}"`);
  });
}
