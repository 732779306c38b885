import { createFormat, createTranslator } from "@beseda/ui/i18n";
import { describe, expect, test } from "vitest";
import { filtersOf } from "../archive/filters";
import { en } from "../messages/en";
import { ru } from "../messages/ru";
import { uk } from "../messages/uk";
import { figureNames } from "../rest/reports";
import {
  archiveSearch,
  askedOf,
  dayIn,
  lengthOf,
  periodOf,
  presetOf,
  searchOf,
  stepOf,
  steppedBy,
  wrongsOf,
} from "./asked";
import { changeOf, sections } from "./figures";
import { changeText, figureText, hoursText, signedHours, ticksUpTo } from "./numbers";
import { sorted, turned } from "./sorting";
import { placeOf } from "./Tables";
import { awayOf, loadOf, minutesIn, placeIn, sumOf } from "./worked";

const today = "2026-11-23";
const usual = askedOf("", today);
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");
const writer = (language: "ru" | "en" | "uk") => ({
  t: createTranslator<typeof ru>([{ language, messages: { ru, en, uk }[language] }]),
  format: createFormat(language),
});

describe("what is asked", () => {
  test("no address asks for thirty days, and needs no words for it", () => {
    expect(usual).toMatchObject({ from: "2026-10-25", until: today, zone: "", sites: [] });
    expect(lengthOf(usual)).toBe(30);
    expect(searchOf(usual, today)).toBe("");
    expect(searchOf({ ...usual, operators: ["3"] }, today)).toBe("?operators=3");
  });

  test("an address is read as it was written", () => {
    const asked = { ...usual, from: "2026-11-01", zone: "Europe/Moscow", sites: ["1", "2"], operators: ["9"] };
    expect(askedOf(searchOf(asked, today), today)).toEqual(asked);
    expect(askedOf("?from=2026-11-02", today)).toMatchObject({ from: "2026-11-02", until: "2026-11-02" });
  });

  test("quarters and years begin where calendars say", () => {
    expect(periodOf("thisQuarter", today)).toEqual({ from: "2026-10-01", until: today });
    expect(periodOf("thisQuarter", "2026-02-03")).toEqual({ from: "2026-01-01", until: "2026-02-03" });
    expect(periodOf("thisYear", today)).toEqual({ from: "2026-01-01", until: today });
    expect(presetOf({ from: "2026-11-22", until: "2026-11-22" }, today)).toBe("yesterday");
    expect(presetOf({ from: "2026-11-21", until: "2026-11-22" }, today)).toBeNull();
  });

  test("a step is as long as the period", () => {
    expect(steppedBy({ ...usual, from: "2026-11-09", until: "2026-11-15" }, -1)).toMatchObject({
      from: "2026-11-02",
      until: "2026-11-08",
    });
  });

  test("long periods are told by weeks and months", () => {
    expect(
      ["2026-11-23", "2026-10-01", "2026-01-01", "2024-01-01"].map((from) => stepOf({ from, until: today })),
    ).toEqual(["hour", "day", "week", "month"]);
  });

  test("days that are none are found before anybody is asked", () => {
    expect(wrongsOf({ from: "2026-02-30", until: "" })).toEqual({ from: "date", until: "date" });
    expect(wrongsOf({ from: "2026-11-03", until: "2026-11-02" })).toEqual({ until: "backwards" });
    expect(wrongsOf({ from: "2001-11-03", until: "2026-11-02" })).toEqual({ until: "periodLong" });
    expect(wrongsOf(usual)).toEqual({});
  });

  test("midnight is where the zone has it", () => {
    const at = Date.parse("2026-11-23T22:30:00Z");
    expect([dayIn("UTC", at), dayIn("Asia/Yekaterinburg", at)]).toEqual(["2026-11-23", "2026-11-24"]);
  });
});

describe("numbers lead to the archive", () => {
  const asked = { ...usual, zone: "Europe/Moscow", sites: ["1"] };

  test("with the same days, the same clock and the same choices", () => {
    const search = archiveSearch(asked, { missed: "true" });
    expect(filtersOf(search, today)).toMatchObject({
      from: asked.from,
      until: today,
      zone: "Europe/Moscow",
      sites: ["1"],
      missed: true,
      late: false,
    });
  });

  test("a row narrows them to itself, never beyond the period", () => {
    expect(placeOf("7", "operator", asked)).toEqual({ operators: "7" });
    expect(placeOf("2026-10-19", "week", asked)).toEqual({ from: "2026-10-25", until: "2026-10-25" });
    expect(placeOf("2026-11-23", "week", asked)).toEqual({ from: today, until: today });
    expect(placeOf("2026-11-01", "month", asked)).toEqual({ from: "2026-11-01", until: today });
    expect(placeOf("2026-10-01", "month", asked)).toEqual({ from: "2026-10-25", until: "2026-10-31" });
    expect(placeOf("", "city", asked)).toBeNull();
  });
});

describe("figures", () => {
  test("each stands on one card", () => {
    expect(sections.flatMap(({ cards }) => cards.flat()).sort()).toEqual([...figureNames].sort());
  });

  test("a change is good or bad by what the figure means", () => {
    expect(changeOf("conversations", 120, 100)).toEqual({ by: 0.2, unit: "percent", verdict: "better" });
    expect(changeOf("missed", 12, 10)?.verdict).toBe("worse");
    expect(changeOf("messages", 12, 10)?.verdict).toBe("more");
    expect(changeOf("score", 4.5, 4.75)).toEqual({ by: -0.25, unit: "score", verdict: "worse" });
    expect(changeOf("missed", 0, 0)?.verdict).toBe("same");
    expect(changeOf("missed", 3, 0)).toBeNull();
    expect(changeOf("score", null, 4)).toBeNull();
  });

  test.each([
    { language: "ru", texts: ["—", "1 234", "1 мин 10 с", "84 %", "4,50", "+20 %", "-3 п. п."] },
    { language: "en", texts: ["—", "1,234", "1 min 10 sec", "84%", "4.50", "+20%", "-3 pp"] },
    { language: "uk", texts: ["—", "1 234", "1 хв 10 с", "84%", "4,50", "+20%", "-3 в. п."] },
  ] as const)("numbers are written as people write them, $language", ({ language, texts }) => {
    const by = writer(language);
    const written = [
      figureText("missed", null, by),
      figureText("conversations", 1234, by),
      figureText("first_answer_mean", 70_200, by),
      figureText("first_answer_within", 0.84, by),
      figureText("score", 4.5, by),
      changeText({ by: 0.2, unit: "percent", verdict: "better" }, by),
      changeText({ by: -0.03, unit: "points", verdict: "worse" }, by),
    ];
    expect(written.map((text) => plain(text).replace("−", "-"))).toEqual(texts);
  });

  test("small ratios keep two digits, so that what changed looks changed", () => {
    const ru = writer("ru");
    expect([0.174, 1.04, 9.96, 75.44].map((value) => figureText("taken_per_hour", value, ru))).toEqual([
      "0,17",
      "1,0",
      "10",
      "75,4",
    ]);
  });

  test("work is told in hours, however many", () => {
    expect(plain(hoursText(633_900_000, "ru"))).toBe("176 ч 5 мин");
    expect(plain(hoursText(42_000, "ru"))).toBe("42 с");
    expect(plain(hoursText(0, "ru"))).toBe("0 с");
    expect(plain(signedHours(1_800_000, "ru"))).toBe("+30 мин");
    expect(plain(signedHours(-1_800_000, "ru"))).toBe("−30 мин");
  });
});

test("an axis of time has round steps", () => {
  const minute = 60_000;
  expect(ticksUpTo(95_000)).toEqual([0, minute / 2, minute, 1.5 * minute, 2 * minute]);
  expect(ticksUpTo(130 * minute)).toEqual([0, 30, 60, 90, 120, 150].map((minutes) => minutes * minute));
  expect(ticksUpTo(0)).toEqual([0, 15_000]);
});

describe("tables", () => {
  test("what has no value stands last either way", () => {
    const rows = [3, null, 1];
    expect(sorted(rows, (row) => row, true)).toEqual([3, 1, null]);
    expect(sorted(rows, (row) => row, false)).toEqual([1, 3, null]);
  });

  test("a second press turns a column", () => {
    expect(turned({ key: "late", down: true }, "late", false)).toEqual({ key: "late", down: false });
    expect(turned({ key: "late", down: true }, "name", true)).toEqual({ key: "name", down: false });
  });
});

describe("worked time", () => {
  const day = {
    day: today,
    from: 0,
    until: 86_400_000,
    online: 3_600_000,
    awayOwn: 60_000,
    awayMissed: 30_000,
    awayIdle: 0,
    inConversation: 1_800_000,
    held: 3_600_000,
    first: 0,
    last: 1,
    correctedOnline: -600_000,
    correctedAway: 0,
  };

  test("days add up, corrections by themselves", () => {
    const sum = sumOf([day, day]);
    expect(sum).toMatchObject({ days: 2, online: 7_200_000, correctedOnline: -1_200_000 });
    expect([awayOf(sum), loadOf(sum), loadOf(sumOf([]))]).toEqual([180_000, 2, null]);
  });

  test("a span lies in its day", () => {
    expect(placeIn(day, { from: 21_600_000, until: 43_200_000 })).toEqual({ left: 0.25, width: 0.25 });
    expect(placeIn(day, { from: -5, until: 86_400_000 })).toEqual({ left: 0, width: 1 });
  });

  test("minutes have a sign", () => {
    expect(["30", "+5", "-15", "−15", " 7 ", "0", "1.5", "abc", ""].map(minutesIn)).toEqual([
      30,
      5,
      -15,
      -15,
      7,
      null,
      null,
      null,
      null,
    ]);
  });
});
