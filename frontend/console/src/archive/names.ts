import type { OperatorView } from "@beseda/protocol";
import type { Texts } from "../i18n/texts";
import type { ArchiveRow } from "../rest/archive";

/** The visitor's name, or the number of one without a name. */
export function visitorOf({ visitor: { name, number } }: ArchiveRow, { t }: Pick<Texts, "t">): string {
  return name !== null && name.trim() !== "" ? name : t("archive.visitor", { number: number ?? "" });
}

/** Who answered, in the order in which they came. */
export function operatorsOf(
  { operators }: ArchiveRow,
  known: Readonly<Record<string, OperatorView>>,
  { t }: Pick<Texts, "t">,
): string {
  return operators.map((id) => known[id]?.name ?? t("person.unknown")).join(", ");
}

/** Where the conversation began: the page's title, or its address without what every address has. */
export function pageName({ page }: ArchiveRow): string {
  if (page === null) return "";
  return page.title.trim() || page.url.replace(/^https?:\/\//, "");
}
