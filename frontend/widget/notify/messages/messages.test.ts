import { foreignWords, messageProblems } from "@beseda/ui/i18n";
import { expect, test } from "vitest";
import { en } from "./en";
import { ru } from "./ru";
import { uk } from "./uk";

test.each([
  ["ru", ru],
  ["en", en],
  ["uk", uk],
] as const)("the texts of %s agree with the Russian ones", (language, messages) => {
  expect(messageProblems(ru, messages, language)).toEqual([]);
  expect(foreignWords(messages, language)).toEqual([]);
});
