import { foreignWords, messageProblems } from "@beseda/ui/i18n";
import { expect, test } from "vitest";
import { en } from "./en";
import { en as moreEn } from "./more/en";
import { ru as moreRu } from "./more/ru";
import { uk as moreUk } from "./more/uk";
import { en as requestsEn } from "./requests/en";
import { ru as requestsRu } from "./requests/ru";
import { uk as requestsUk } from "./requests/uk";
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

test.each([
  ["ru", moreRu],
  ["en", moreEn],
  ["uk", moreUk],
] as const)("so do those of the parts that come later, %s", (language, messages) => {
  expect(messageProblems(moreRu, messages, language)).toEqual([]);
  expect(foreignWords(messages, language)).toEqual([]);
});

test.each([
  ["ru", requestsRu],
  ["en", requestsEn],
  ["uk", requestsUk],
] as const)("and those of calls and letters, %s", (language, messages) => {
  expect(messageProblems(requestsRu, messages, language)).toEqual([]);
  expect(foreignWords(messages, language)).toEqual([]);
});
