import type { Condition, Day, PlacePattern, Schedule } from "../rest/types";

type Kind = Condition["kind"];
type Of<K extends Kind> = Extract<Condition, { kind: K }>;

/** What two conditions of a kind have to do with each other. */
interface Relation<C> {
  /** Wherever the first holds, the second does. */
  entails(given: C, wanted: C): boolean;
  /** Says yes only where it is certain. */
  apart(one: C, other: C): boolean;
}

const waiting: Relation<{ readonly seconds: number }> = {
  entails: (given, wanted) => given.seconds >= wanted.seconds,
  apart: () => false,
};

/** Told by {@link visitsOf}. */
const visiting: Relation<unknown> = { entails: () => false, apart: () => false };

const relations: { readonly [K in Kind]: Relation<Of<K>> } = {
  onPage: waiting,
  onSite: waiting,
  idle: waiting,
  returning: visiting,
  visits: visiting,
  page: {
    entails: (given, wanted) => {
      if (given.not !== wanted.not) return false;
      const [narrow, wide] = wanted.not ? [wanted, given] : [given, wanted];
      return narrow.patterns.every((page) => isAmong(page, wide.patterns));
    },
    apart: (one, other) => {
      if (one.not === other.not) return false;
      const [wanted, excluded] = one.not ? [other, one] : [one, other];
      return wanted.patterns.length > 0 && wanted.patterns.every((page) => isAmong(page, excluded.patterns));
    },
  },
  place: {
    entails: (given, wanted) => {
      if (given.not !== wanted.not) return false;
      return wanted.not ? within(wanted.places, given.places) : within(given.places, wanted.places);
    },
    apart: (one, other) => {
      if (one.not === other.not) return !one.not && !one.places.some((place) => meets(place, other.places));
      const [wanted, excluded] = one.not ? [other, one] : [one, other];
      return wanted.places.length > 0 && within(wanted.places, excluded.places);
    },
  },
  source: {
    entails: (given, wanted) =>
      given.sources.every((each) => wanted.sources.some((other) => plain(other) === plain(each))),
    apart: (one, other) => {
      const [direct, others] = [isDirect(one.sources), isDirect(other.sources)];
      return direct !== null && others !== null && direct !== others;
    },
  },
  language: {
    entails: (given, wanted) =>
      given.languages.every((each) => wanted.languages.some((other) => isDialect(each, other))),
    apart: (one, other) =>
      !one.languages.some((each) => other.languages.some((tag) => isDialect(each, tag) || isDialect(tag, each))),
  },
  device: {
    entails: (given, wanted) => given.devices.every((each) => wanted.devices.includes(each)),
    apart: (one, other) => !one.devices.some((each) => other.devices.includes(each)),
  },
  hours: {
    entails: (given, wanted) => {
      const open = minutesOf(wanted.schedule);
      return minutesOf(given.schedule).every((each, minute) => !each || open[minute] === true);
    },
    apart: (one, other) => {
      const open = minutesOf(other.schedule);
      return !minutesOf(one.schedule).some((each, minute) => each && open[minute] === true);
    },
  },
  value: {
    entails: (given, wanted) => {
      if (given.name !== wanted.name) return false;
      if (wanted.test === "known") return true;
      if (wanted.test === "least" && (given.test === "is" || given.test === "least"))
        return Number(given.text) >= Number(wanted.text);
      return given.test === wanted.test && plain(given.text) === plain(wanted.text);
    },
    apart: (one, other) => {
      if (one.name !== other.name) return false;
      if (one.test === "is" && other.test === "is") return plain(one.text) !== plain(other.text);
      const [exact, least] = one.test === "is" ? [one, other] : [other, one];
      return exact.test === "is" && least.test === "least" && Number(exact.text) < Number(least.text);
    },
  },
};

/** Wherever `given` holds, `wanted` does. */
export function entails(given: Condition, wanted: Condition): boolean {
  const [some, all] = [visitsOf(given), visitsOf(wanted)];
  if (some !== null && all !== null) return some.least >= all.least && some.most <= all.most;
  if (given.kind === "onPage" && wanted.kind === "onSite") return waiting.entails(given, wanted);
  return given.kind === wanted.kind && relationOf(wanted).entails(given, wanted);
}

/** Two conditions that nobody can satisfy at once; says so only where it is certain. */
export function neverTogether(one: Condition, other: Condition): boolean {
  const [some, others] = [visitsOf(one), visitsOf(other)];
  if (some !== null && others !== null) return some.least > others.most || others.least > some.most;
  return one.kind === other.kind && relationOf(one).apart(one, other);
}

function relationOf({ kind }: Condition): Relation<Condition> {
  return relations[kind] as unknown as Relation<Condition>;
}

/** Which visits a condition asks for; null when it asks for something else. */
function visitsOf(condition: Condition): { least: number; most: number } | null {
  if (condition.kind === "visits") return { least: condition.least, most: condition.most ?? Number.POSITIVE_INFINITY };
  if (condition.kind !== "returning") return null;
  return condition.returning ? { least: 2, most: Number.POSITIVE_INFINITY } : { least: 1, most: 1 };
}

export function isAmong(page: string, pages: readonly string[]): boolean {
  return pages.some((each) => plain(each) === "*" || plain(each) === plain(page));
}

function within(places: readonly PlacePattern[], wider: readonly PlacePattern[]): boolean {
  return places.every((place) => wider.some((each) => covers(each, place)));
}

/** The first holds the second. */
export function covers(wide: PlacePattern, place: PlacePattern): boolean {
  const same = (one: string | null, other: string | null) => one === null || plain(one) === plain(other ?? "");
  return wide.country === place.country && same(wide.region, place.region) && same(wide.city, place.city);
}

/** A region and a city have several names, so that only countries are certain to differ. */
function meets({ country }: PlacePattern, places: readonly PlacePattern[]): boolean {
  return places.some((each) => each.country === country);
}

function isDirect(sources: readonly string[]): boolean | null {
  const direct = sources.filter((each) => plain(each) === "direct").length;
  return direct === 0 ? false : direct === sources.length ? true : null;
}

function isDialect(tag: string, of: string): boolean {
  return plain(tag) === plain(of) || plain(tag).startsWith(`${plain(of)}-`);
}

function plain(text: string): string {
  return text.trim().toLowerCase();
}

const week: readonly Day[] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const day = 1440;

/** The minutes of a week at which it is open. */
function minutesOf({ days, from, to }: Schedule): boolean[] {
  const open = Array.from({ length: week.length * day }, () => false);
  for (const [at, each] of week.entries()) {
    if (!days.includes(each)) continue;
    const length = from < to ? to - from : day - from + to;
    for (let minute = 0; minute < length; minute++) open[(at * day + from + minute) % open.length] = true;
  }
  return open;
}
