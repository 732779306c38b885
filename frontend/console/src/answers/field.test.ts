import { plainText, type TextDocument } from "@beseda/client";
import { expect, test } from "vitest";
import { between } from "./field";
import { fillAnswer } from "./filled";
import type { Values } from "./variables";

const values: Values = {
  "visitor.name": "",
  "operator.name": "Ольга",
  company: "Чайный дом",
  site: "",
  "page.title": "",
  "page.address": "",
  city: "",
};
const bold = { type: "bold" } as const;
const greeting: TextDocument = {
  blocks: [
    {
      type: "paragraph",
      runs: [
        { text: "{visitor.name}", marks: [bold] },
        { text: "Это {operator.name}", marks: [bold] },
        { text: " из {company}", marks: [] },
      ],
    },
    { type: "item", list: "bullet", level: 0, runs: [{ text: "раз", marks: [] }] },
  ],
};

test("variables are filled in within their formatting, and what nobody knows leaves no empty piece", () => {
  const filled = fillAnswer({ text: plainText(greeting), document: greeting }, values);
  expect(filled.missing).toEqual(["visitor.name"]);
  expect(filled.document?.blocks[0]?.runs).toEqual([
    { text: "Это Ольга", marks: [bold] },
    { text: " из Чайный дом", marks: [] },
  ]);
  expect(fillAnswer({ text: "{company}", document: null }, values).document).toBeNull();
});

test("in the middle of a text its first line goes on the line before, and a list stands by itself", () => {
  const whole = between("Добрый день. ", greeting, " ещё");
  expect(plainText(whole)).toBe("Добрый день. {visitor.name}Это {operator.name} из {company}\n• раз\n ещё");
  expect(between("", greeting, "")).toEqual(greeting);
});
