import { expect, test } from "vitest";
import { answersOf, emptyAnswer } from "../testing/fixtures";
import { AnswerIndex, type Reader } from "./find";
import { slashBefore } from "./slash";

const anybody: Reader = { language: null, department: null };
const index = new AnswerIndex(answersOf());
const titles = (query: string, reader = anybody) => index.find(query, reader).map(({ answer }) => answer.title);

test("without a word the most used come first, in the visitor's language before others", () => {
  expect(titles("").slice(0, 3)).toEqual(["Здравствуйте", "Hello", "Сроки доставки"]);
  expect(titles("", { ...anybody, language: "en-GB" }).at(-1)).toBe("Здравствуйте");
});

test.each([
  ["сроки", "Сроки доставки"],
  ["доставки сро", "Сроки доставки"],
  ["достваки", "Сроки доставки"],
  ["ДОСТАВКА", "Сроки доставки"],
  ["14 дней", "Условия возврата"],
  ["приветствия hello", "Hello"],
  ["hello", "Hello"],
  ["chjrb", "Сроки доставки"],
  ["рудщ", "Hello"],
])("%j finds %j first", (query, title) => {
  expect(titles(query)[0]).toBe(title);
});

test("a title goes before a text, and nothing is found for nothing", () => {
  const here = new AnswerIndex([
    { ...emptyAnswer, id: "1", title: "Оплата", text: "Возврат за три дня", used: 9 },
    { ...emptyAnswer, id: "2", title: "Возврат", text: "Да" },
  ]);
  expect(here.find("возврат", anybody).map(({ answer }) => answer.id)).toEqual(["2", "1"]);
  expect(titles("щщщщ")).toEqual([]);
});

test("what was typed is marked in the title, and only there", () => {
  const [found] = index.find("дост", anybody);
  expect(found?.marks).toEqual([6, 10]);
  expect(index.find("вернуть", anybody)[0]?.marks).toEqual([]);
});

test("an answer for another department is not found", () => {
  expect(titles("сроки", { ...anybody, department: "d2" })).toEqual([]);
  expect(titles("сроки", { ...anybody, department: "d1" })).toEqual(["Сроки доставки"]);
});

test.each([
  ["/", 1, { at: 0, query: "" }],
  ["Добрый день! /дост", 18, { at: 13, query: "дост" }],
  ["раз\n/сро пермь", 14, { at: 4, query: "сро пермь" }],
  ["/раз /два", 9, { at: 5, query: "два" }],
  ["/раз дальше", 4, { at: 0, query: "раз" }],
  ["и/или", 5, null],
  ["https://chai.example", 20, null],
  ["/ 5", 3, null],
  ["/раз\nдва", 8, null],
  ["просто", 6, null],
])("in %j with the cursor at %i the slash is %j", (text, caret, slash) => {
  expect(slashBefore(text, caret)).toEqual(slash);
});
