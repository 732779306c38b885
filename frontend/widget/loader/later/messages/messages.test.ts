import { foreignWords, messageProblems } from "@beseda/ui/i18n";
import { expect, test } from "vitest";
import { en } from "./en";
import { ru } from "./ru";
import { uk } from "./uk";

const all = [
  ["ru", ru],
  ["en", en],
  ["uk", uk],
] as const;

test.each(all)("the texts of %s agree with the Russian ones", (language, messages) => {
  expect(messageProblems(ru, messages, language)).toEqual([]);
});

test.each(all)("the texts of %s call things as docs/vocabulary.md does", (language, messages) => {
  expect(foreignWords(messages, language)).toEqual([]);
});
