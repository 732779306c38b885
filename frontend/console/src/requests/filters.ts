import { type Nature, type Show, type Sort, type Sought, shows, sorts } from "../rest/requests";

/** What kind is looked for: one, all of a nature (`call`, `letter`), or blank. */
export interface Filters {
  show: Show;
  kind: string;
  words: string;
  sort: Sort;
}

const natures: readonly Nature[] = ["call", "letter"];
const natureOf = (kind: string) => natures.find((nature) => nature === kind) ?? null;

/** What an address asks for; what it does not know is as if it were not said. */
export function filtersOf(search: string): Filters {
  const said = new URLSearchParams(search);
  return {
    show: shows.find((each) => each === said.get("show")) ?? "unclaimed",
    kind: said.get("kind") ?? "",
    words: said.get("words") ?? "",
    sort: sorts.find((each) => each === said.get("sort")) ?? "due",
  };
}

/** The address's end for it, with the question mark; blank for what is shown at first. */
export function searchOf({ show, kind, words, sort }: Filters): string {
  const said = new URLSearchParams();
  if (show !== "unclaimed") said.set("show", show);
  if (kind !== "") said.set("kind", kind);
  if (words !== "") said.set("words", words);
  if (sort !== "due") said.set("sort", sort);
  return said.size === 0 ? "" : `?${said}`;
}

export function soughtBy({ show, kind, words, sort }: Filters): Sought {
  const nature = natureOf(kind);
  return { show, sort, nature, kinds: nature === null && kind !== "" ? [kind] : [], words: words.trim() };
}
