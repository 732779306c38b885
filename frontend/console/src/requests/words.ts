import type { Texts } from "../i18n/texts";
import { differenceOf, timeIn } from "../parts/zones";
import type { KindName, RequestRow, Words } from "../rest/requests";
import { phoneWords } from "./times";

/** A text in the reader's language, else in any that is written. */
export function wordsIn(words: Words, language: string): string {
  return words[language] || words.ru || Object.values(words).find((each) => each) || "";
}

export function kindWords(kinds: readonly KindName[] | undefined, id: string, language: string): string {
  const found = kinds?.find((kind) => kind.id === id);
  return found === undefined ? "" : wordsIn(found.name, language);
}

/** Who it is from, by what is known. */
export function whoOf({ name, phone, email }: Pick<RequestRow, "name" | "phone" | "email">, { t }: Texts): string {
  return name || phoneWords(phone) || email || t("requests.nameless");
}

/** When a call is wanted by the reader's clock; null for letters. */
export function wantedWords({ nature, at, minutes }: RequestRow, now: number, { t, format }: Texts): string | null {
  if (nature === "letter") return null;
  if (at === null) return t("requests.soonest");
  return `${format.dayAndTime(at, now)}–${format.time(at + minutes * 60_000)}`;
}

/** From when a call is wanted by the visitor's clock; null where that is the reader's own, or unknown. */
export function wantedThere({ at, zone }: RequestRow, { format }: Texts): string | null {
  if (at === null || zone === null || (differenceOf(zone, at) ?? 0) === 0) return null;
  return timeIn(zone, at, format.locale);
}
