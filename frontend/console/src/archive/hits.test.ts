import { expect, test } from "vitest";
import type { ArchiveRow, DayEntry } from "../rest/archive";
import { linesOf, sumOf } from "./chronology";
import { finderOf, stepped } from "./hits";
import { joined } from "./useArchive";

const seen = (words: string, text: string, known: string[] = []) =>
  finderOf(words, known)(text).map(([from, until]) => text.slice(from, until));

test.each([
  ["чайник", "Чайники с чайником, но не чай", ["Чайники", "чайником"]],
  ["доставки", "Доставка, доставку и доставили", ["Доставка", "доставку", "доставили"]],
  ["черный", "Чёрный и чёрного", ["Чёрный", "чёрного"]],
  ["дост*", "доставщик из Достоево", ["доставщик", "Достоево"]],
  ['"скол на носике"', "скол на самом носике", ["скол", "на", "носике"]],
  ["чайник -крышка", "чайник и крышка", ["чайник"]],
  ['-"белый чай" улун', "белый чай, улун", ["улун"]],
  ["4821", "4821, 48210", ["4821"]],
  ["чай", "чай, чайка", ["чай"]],
])("%s in «%s»", (words, text, found) => {
  expect(seen(words, text)).toEqual(found);
});

test("what the server has marked is seen however it is formed", () => {
  expect(seen("идти", "Он шёл и пошёл", ["шёл"])).toEqual(["шёл"]);
});

test("the way through the places goes round", () => {
  const places = ["3", "7", "20"];
  expect(stepped(places, null, 1)).toBe("3");
  expect(stepped(places, null, -1)).toBe("20");
  expect(stepped(places, "7", 1)).toBe("20");
  expect(stepped(places, "20", 1)).toBe("3");
  expect(stepped(places, "3", -1)).toBe("20");
  expect(stepped(places, "99", 1)).toBe("3");
  expect(stepped([], "3", 1)).toBeNull();
});

const row = (id: string, ...lateOf: string[]) =>
  ({ id, late: lateOf.map((operator, seq) => ({ seq, operator, waitMs: 1 })) }) as unknown as ArchiveRow;

test("a conversation that slid to the next page meanwhile stands in the list once", () => {
  const pages = [
    [row("3"), row("2")],
    [row("2", "1"), row("1")],
  ];
  expect(joined(pages).map(({ id }) => id)).toEqual(["3", "2", "1"]);
});

test("offers that were let go one after the other are one line, which names each conversation once", () => {
  const entry = (at: number, what: DayEntry["what"], conversation: string): DayEntry => ({
    at,
    what,
    conversation,
    cause: null,
    to: null,
  });
  const rows = new Map(["a", "b"].map((id) => [id, row(id)] as const));
  const lines = linesOf(
    [
      entry(1, "offer_refused", "a"),
      entry(2, "offer_refused", "b"),
      entry(3, "offer_refused", "a"),
      entry(4, "offer_missed", "a"),
      entry(5, "took", "b"),
      entry(6, "offer_missed", "a"),
    ],
    rows,
  );
  expect(lines.map(({ at, what }) => [at, what])).toEqual([
    [1, "offer_refused"],
    [4, "offer_missed"],
    [5, "took"],
    [6, "offer_missed"],
  ]);
  expect(lines[0]?.again).toEqual({ count: 3, until: 3, rows: [rows.get("a"), rows.get("b")] });
  expect(lines[3]?.again).toBeUndefined();
});

test("a day stands in its order, each conversation where it is met first, and only its first answer is told", () => {
  const entry = (at: number, what: DayEntry["what"], conversation: string | null = null): DayEntry => ({
    at,
    what,
    conversation,
    cause: null,
    to: null,
  });
  const entries = [
    entry(5, "answered", "a"),
    entry(1, "came"),
    entry(1.5, "offer_missed", "a"),
    entry(2, "answered", "b"),
    entry(3, "took", "a"),
    entry(4, "answered", "a"),
    entry(6, "closed", "a"),
  ];
  const rows = new Map([
    ["a", row("a", "1", "2", "1")],
    ["b", row("b")],
  ]);
  const lines = linesOf(entries, rows);
  expect(lines.map(({ at, first }) => [at, first])).toEqual([
    [1, false],
    [1.5, false],
    [2, true],
    [3, true],
    [4, false],
    [6, false],
  ]);
  expect(sumOf(lines, "1")).toEqual({ conversations: 2, late: 2 });
  expect(sumOf(lines, "2"), "an answer is of whoever gave it, wherever the conversation went").toEqual({
    conversations: 2,
    late: 1,
  });
});
