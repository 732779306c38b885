import { expect, test } from "vitest";
import { loadTexts } from "../i18n/texts";
import { originOf } from "./origins";
import { squareOf } from "./portrait";
import { findSections } from "./sections";

test.each([
  ["https://shop.example", "https://shop.example"],
  [" HTTPS://Shop.Example/cart?x=1 ", "https://shop.example"],
  ["shop.example", "https://shop.example"],
  ["http://localhost:3000/", "http://localhost:3000"],
  ["https://shop.example:443", "https://shop.example"],
  ["https://чай.example", "https://xn--80as4b.example"],
])("%j is the origin %s", (text, origin) => {
  expect(originOf(text)).toBe(origin);
});

test.each([
  "",
  "два слова",
  "ftp://shop.example",
  "javascript://x",
  "https://*.shop.example",
  "https://me@shop.example",
  "https://",
])("%j is no origin", (text) => {
  expect(originOf(text)).toBeNull();
});

const { t } = await loadTexts("ru");
const ids = (role: "operator" | "supervisor" | "administrator", query: string) =>
  findSections(role, query, (key) => t(key)).map(({ id }) => id);

test("each role sees its sections", () => {
  expect(ids("operator", "")).toEqual(["me", "answers", "bans"]);
  expect(ids("supervisor", "")).toEqual(["me", "answers", "people", "bans"]);
  expect(ids("administrator", "")).toEqual([
    "me",
    "answers",
    "people",
    "departments",
    "hours",
    "requests",
    "routing",
    "sites",
    "invitations",
    "showing",
    "visitors",
    "questionnaire",
    "goals",
    "clients",
    "tags",
    "bans",
    "company",
    "mail",
    "translation",
    "demo",
  ]);
});

test("a section is found by a word of what is in it, never beyond one's rights", () => {
  expect(ids("administrator", " Цвет ")).toEqual(["sites"]);
  expect(ids("administrator", "парол")).toEqual(["me"]);
  expect(ids("operator", "цвет")).toEqual([]);
});

test("a portrait is cut square, nearer to the top", () => {
  expect(squareOf(300, 500)).toEqual({ left: 0, top: 50, side: 300 });
  expect(squareOf(500, 300)).toEqual({ left: 100, top: 0, side: 300 });
});
