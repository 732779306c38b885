import { expect, test } from "vitest";
import { loadTexts } from "../i18n/texts";
import { initialsOf } from "../parts/Avatar";
import { visitorName } from "./names";

test("a visitor without a name goes by number", async () => {
  const texts = await loadTexts("ru");
  expect(visitorName({ name: "Анна", label: "7" }, texts)).toBe("Анна");
  expect(visitorName({ name: " ", label: "1042" }, texts)).toBe("Посетитель 1042");
  expect(visitorName({ name: null, label: "Посетитель 1042" }, texts)).toBe("Посетитель 1042");
});

test.each([
  ["Ирина Панова", "ИП"],
  ["анна", "А"],
  ["Посетитель 1042", "42"],
  ["Jean-Luc Picard of Enterprise", "JP"],
  ["🙂", "·"],
  ["", "·"],
])("the initials of %j are %s", (name, expected) => {
  expect(initialsOf(name)).toBe(expected);
});
