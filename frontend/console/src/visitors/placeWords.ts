import type { VisitorPlace } from "@beseda/protocol";
import type { Texts } from "../i18n/texts";

/** "Пермь, Пермский край, Россия", without what nobody knows. */
export function wholePlace({ city, region, country }: VisitorPlace): string {
  return [city, region, country].filter((part) => part !== null && part !== "").join(", ");
}

/** Who says otherwise, in one sentence; null when nobody does. */
export function disagreement({ doubtful, others }: VisitorPlace, { t }: Texts): string | null {
  if (!doubtful) return null;
  const words = others.map(({ source, name }) => t(`place.otherwise.${source}`, { name }));
  return words.length === 0 ? t("place.clock") : t("place.disagree", { others: words.join("; ") });
}
