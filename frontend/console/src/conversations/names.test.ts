import { expect, test } from "vitest";
import { loadTexts } from "../i18n/texts";
import { sought } from "./names";

test.each([
  ["Посетитель 2047", "2047"],
  ["  посетитель 12 ", "12"],
  ["посетитель", "посетитель"],
  ["2047", "2047"],
  ["Посетитель Пермь", "Посетитель Пермь"],
])("%j is looked for as %j", async (typed, wanted) => {
  expect(sought(typed, await loadTexts("ru"))).toBe(wanted);
});
