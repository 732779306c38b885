import { expect, test } from "vitest";
import { fill, hasVariables, type Values } from "./variables";

const nobody: Values = {
  "visitor.name": "",
  "operator.name": "Ольга",
  company: "Чайный дом",
  site: "Чай",
  "page.title": "",
  "page.address": "",
  city: "",
};

test("what is known is filled in, what is not gives way to what stands after the bar", () => {
  const text = "{visitor.name|Здравствуйте}, это { operator.name } из «{site}», {city | ваш город}.";
  expect(fill(text, nobody)).toEqual({
    text: "Здравствуйте, это Ольга из «Чай», ваш город.",
    missing: [],
    gap: null,
  });
  expect(fill(text, { ...nobody, "visitor.name": "Мария", city: "Пермь" }).text).toBe(
    "Мария, это Ольга из «Чай», Пермь.",
  );
});

test("what nobody knows leaves a gap that is named and found", () => {
  expect(fill("Это {company}. {visitor.name}, вы на «{page.title}» и «{page.title}»?", nobody)).toEqual({
    text: "Это Чайный дом. , вы на «» и «»?",
    missing: ["visitor.name", "page.title"],
    gap: 16,
  });
});

test("braces that are no variable stay, and so do those in a visitor's name", () => {
  expect(fill('{"a": 1} {} {unknown} {visitor.name}', { ...nobody, "visitor.name": "{company}" }).text).toBe(
    '{"a": 1} {} {unknown} {company}',
  );
  expect(hasVariables('{"a": 1} {unknown}')).toBe(false);
  expect(hasVariables("{city|город}")).toBe(true);
});
