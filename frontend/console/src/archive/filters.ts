import { type Day, numberOf, type Period } from "./days";

export const sides = ["both", "visitor", "operator"] as const;
export const orders = ["time", "rank"] as const;
/** `weekdays`: Monday is 1; `hours`: of the day. */
export const lists = ["operators", "departments", "sites", "tags", "scores", "weekdays", "hours"] as const;
export const flags = ["late", "missed", "taken", "handed_over", "files"] as const;
/** An empty zone is the reader's own. */
export const places = ["language", "city", "page", "source", "zone"] as const;

/** What is looked for, as it was typed; it stands in the address. */
export type Filters = Period & { readonly words: string; readonly notes: boolean } & {
  readonly side: (typeof sides)[number];
  readonly order: (typeof orders)[number];
} & { readonly [List in (typeof lists)[number]]: readonly string[] } & {
  readonly [Flag in (typeof flags)[number]]: boolean;
} & { readonly [Place in (typeof places)[number]]: string };

/** What is wrong with a field before anybody is asked. */
export type Wrong = "date" | "backwards" | "periodLong" | "wordsLong" | "wordsNone";

export const mostDays = 3660;
export const mostWords = 1000;

/** Everything of one day. */
export function everything(day: Day): Filters {
  return {
    from: day,
    until: day,
    words: "",
    side: "both",
    notes: false,
    order: "time",
    operators: [],
    departments: [],
    sites: [],
    tags: [],
    scores: [],
    weekdays: [],
    hours: [],
    late: false,
    missed: false,
    taken: false,
    handed_over: false,
    files: false,
    language: "",
    city: "",
    page: "",
    source: "",
    zone: "",
  };
}

/** What an address asks for; today where it names no days. */
export function filtersOf(search: string, today: Day): Filters {
  const given = new URLSearchParams(search);
  const text = (name: string) => given.get(name) ?? "";
  const one = <T extends string>(name: string, of: readonly [T, ...T[]]) =>
    of.find((each) => each === given.get(name)) ?? of[0];
  const from = given.get("from") ?? given.get("until") ?? today;
  const many = (name: string) => [...new Set(text(name).split(","))].filter((each) => each !== "");
  return {
    from,
    until: given.get("until") ?? from,
    words: text("words"),
    side: one("side", sides),
    notes: given.get("notes") === "true",
    order: one("order", orders),
    operators: many("operators"),
    departments: many("departments"),
    sites: many("sites"),
    tags: many("tags"),
    scores: many("scores"),
    weekdays: many("weekdays"),
    hours: many("hours"),
    late: given.get("late") === "true",
    missed: given.get("missed") === "true",
    taken: given.get("taken") === "true",
    handed_over: given.get("handed_over") === "true",
    files: given.get("files") === "true",
    language: text("language"),
    city: text("city"),
    page: text("page"),
    source: text("source"),
    zone: text("zone"),
  };
}

/** What differs from everything, by its name in addresses; the days always. */
export function parametersOf(filters: Filters): Record<string, string> {
  const usual = everything(filters.from);
  const changed = (name: keyof Filters) => `${filters[name]}` !== `${usual[name]}`;
  const names = (Object.keys(usual) as (keyof Filters)[]).filter((name) => name === "until" || changed(name));
  return { from: filters.from, ...Object.fromEntries(names.map((name) => [name, `${filters[name]}`])) };
}

/** The part of the address that says the filters; empty where the address alone says as much. */
export function searchOf(filters: Filters, today: Day): string {
  const given = parametersOf(filters);
  if (Object.keys(given).length === 2 && filters.from === today && filters.until === today) return "";
  return `?${new URLSearchParams(given).toString().replaceAll("%2C", ",")}`;
}

export type Wrongs = Readonly<Partial<Record<"from" | "until" | "words", Wrong>>>;

export function wrongsOf({ from, until, words }: Filters): Wrongs {
  const first = numberOf(from);
  const last = numberOf(until);
  const wrongs: { from?: Wrong; until?: Wrong; words?: Wrong } = {};
  if (first === null) wrongs.from = "date";
  if (last === null) wrongs.until = "date";
  if (first !== null && last !== null && last < first) wrongs.until = "backwards";
  if (first !== null && last !== null && last - first >= mostDays) wrongs.until = "periodLong";
  if (words.trim() !== "" && !/[\p{L}\p{N}]/u.test(words)) wrongs.words = "wordsNone";
  if ([...words].length > mostWords) wrongs.words = "wordsLong";
  return wrongs;
}

/** Whether one working day is looked at, operator by operator, and nothing is sought in it. */
export function isDay(filters: Filters): boolean {
  const { from, until, operators, sites, side, notes, order } = filters;
  const plain = { ...everything(from), operators, sites, side, notes, order };
  return from === until && JSON.stringify(plain) === JSON.stringify(filters);
}

/** Something besides the period that can be taken away. */
export type Chip =
  | { readonly kind: "words" | (typeof places)[number]; readonly value: string }
  | { readonly kind: (typeof flags)[number] }
  | { readonly kind: (typeof lists)[number]; readonly value: string };

export function chipsOf(filters: Filters): Chip[] {
  const texts = (["words", ...places] as const).flatMap((kind) =>
    filters[kind].trim() === "" ? [] : [{ kind, value: filters[kind] }],
  );
  const listed = lists.flatMap((kind) => filters[kind].map((value) => ({ kind, value })));
  return [...texts, ...listed, ...flags.filter((kind) => filters[kind]).map((kind) => ({ kind }))];
}

export function without(filters: Filters, chip: Chip): Filters {
  switch (chip.kind) {
    case "late":
    case "missed":
    case "taken":
    case "handed_over":
    case "files":
      return { ...filters, [chip.kind]: false };
    case "words":
    case "language":
    case "city":
    case "page":
    case "source":
    case "zone":
      return { ...filters, [chip.kind]: "" };
    default:
      return { ...filters, [chip.kind]: filters[chip.kind].filter((value) => value !== chip.value) };
  }
}
