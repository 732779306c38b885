import type { Message, MessageArguments, Messages } from "./messages";

/** Texts of one language; a partial one is filled from the languages after it in the chain. */
export interface Dictionary {
  readonly language: string;
  readonly messages: Readonly<Partial<Record<string, Message>>>;
}

/** Gives the text of a key in the reader's language. The type parameter is the reference language, `typeof ru`. */
export type Translate<Reference extends Messages> = <Key extends keyof Reference & string>(
  key: Key,
  ...values: MessageArguments<Reference[Key]>
) => string;

/** Looks a key up along the chain; plural form and number format are those of the language in which it was found. */
export function createTranslator<Reference extends Messages>(chain: readonly Dictionary[]): Translate<Reference> {
  const sources = chain.map(({ language, messages }) => ({
    messages,
    plural: new Intl.PluralRules(language),
    number: new Intl.NumberFormat(language),
  }));
  return (key, ...[values]) => {
    for (const { messages, plural, number } of sources) {
      const message = messages[key];
      if (message === undefined) continue;
      const given: Readonly<Record<string, string | number>> = values ?? {};
      const text =
        typeof message === "string" ? message : (message[plural.select(Number(given.count))] ?? message.other);
      return fill(text, given, number);
    }
    return key;
  };
}

function fill(text: string, values: Readonly<Record<string, string | number>>, format: Intl.NumberFormat): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) => {
    const value = values[name];
    if (value === undefined) return place;
    return typeof value === "number" ? format.format(value) : value;
  });
}
