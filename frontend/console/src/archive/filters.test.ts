import { describe, expect, test } from "vitest";
import { dayOf, noonOf, numberOf, periodOf, presetOf, presets, shifted } from "./days";
import {
  chipsOf,
  everything,
  type Filters,
  filtersOf,
  isDay,
  parametersOf,
  searchOf,
  without,
  wrongsOf,
} from "./filters";

const today = "2026-11-23";

const full: Filters = {
  from: "2026-11-01",
  until: "2026-11-20",
  words: "чайник & «скол», a=b",
  side: "visitor",
  notes: true,
  order: "rank",
  operators: ["7", "8"],
  departments: ["2"],
  sites: ["1"],
  tags: ["3", "4"],
  scores: ["1", "5"],
  weekdays: ["1", "7"],
  hours: ["0", "23"],
  late: true,
  missed: true,
  taken: true,
  handed_over: true,
  files: true,
  language: "ru",
  city: "Нижний Новгород",
  page: "/cart?x=1#y",
  source: "google",
  zone: "Europe/Moscow",
};

describe("an address", () => {
  test.each([
    ["everything of today", everything(today)],
    ["everything of another day", everything("2026-02-28")],
    ["all filters at once", full],
    ["a period with one word", { ...everything(today), from: "2026-01-01", words: "чай" }],
  ])("says %s and is read back", (_, filters) => {
    expect(filtersOf(searchOf(filters, today), today)).toEqual(filters);
  });

  test("says nothing where there is nothing to say", () => {
    expect(searchOf(everything(today), today)).toBe("");
    expect(parametersOf(everything(today))).toEqual({ from: today, until: today });
  });

  test("of somebody's own making is taken as far as it makes sense", () => {
    expect(filtersOf("?side=both,visitor&order=&late=yes&tags=,,3,3", today)).toEqual({
      ...everything(today),
      tags: ["3"],
    });
    expect(filtersOf("?until=2026-11-20", today)).toMatchObject({ from: "2026-11-20", until: "2026-11-20" });
  });
});

test.each([
  ["2026-11-23", "2026-11-22", "", { until: "backwards" }],
  ["2016-11-16", "2026-11-23", "", {}],
  ["2016-11-15", "2026-11-23", "", { until: "periodLong" }],
  ["2026-02-30", "", "", { from: "date", until: "date" }],
  ["2026-11-23", "2026-11-23", '" - *', { words: "wordsNone" }],
  ["2026-11-23", "2026-11-23", "ч".repeat(1001), { words: "wordsLong" }],
  ["2026-11-23", "2026-11-23", "ч".repeat(1000), {}],
])("from %s until %s with these words", (from, until, words, wrong) => {
  expect(wrongsOf({ ...everything(today), from, until, words })).toEqual(wrong);
});

test("one day is looked at by operator until anything else is asked", () => {
  expect(isDay(everything("2026-11-01"))).toBe(true);
  expect(isDay({ ...everything(today), operators: ["7"], sites: ["1"] })).toBe(true);
  expect(isDay({ ...everything(today), words: "чай" })).toBe(false);
  expect(isDay({ ...everything(today), late: true })).toBe(false);
  expect(isDay({ ...everything(today), until: "2026-11-24" })).toBe(false);
});

test("taking every filter away leaves the period alone", () => {
  const chips = chipsOf(full);
  expect(chips).toHaveLength(6 + 12 + 5);
  const left = chips.reduce(without, full);
  const usual = { side: "visitor", notes: true, order: "rank" };
  expect(left).toEqual({ ...everything("2026-11-01"), until: "2026-11-20", ...usual });
});

describe("days", () => {
  test("are counted over months, years and leap days", () => {
    expect(shifted("2026-03-01", -1)).toBe("2026-02-28");
    expect(shifted("2028-02-28", 1)).toBe("2028-02-29");
    expect(shifted("2026-12-31", 1)).toBe("2027-01-01");
    expect(numberOf("2026-2-3")).toBeNull();
    expect(numberOf("2026-02-29")).toBeNull();
  });

  test("have their noon wherever one is", () => {
    for (const day of ["2026-03-29", "2026-10-25", "2026-01-01"]) expect(dayOf(noonOf(day))).toBe(day);
  });

  test.each([
    ["today", "2026-11-23", "2026-11-23"],
    ["yesterday", "2026-11-22", "2026-11-22"],
    ["thisWeek", "2026-11-23", "2026-11-23"],
    ["lastWeek", "2026-11-16", "2026-11-22"],
    ["thisMonth", "2026-11-01", "2026-11-23"],
    ["lastMonth", "2026-10-01", "2026-10-31"],
  ] as const)("%s is a period", (preset, from, until) => {
    expect(periodOf(preset, today)).toEqual({ from, until });
  });

  test("a period knows its name on a Sunday in January too", () => {
    for (const preset of presets) expect(presetOf(periodOf(preset, "2027-01-10"), "2027-01-10")).toBe(preset);
  });
});
