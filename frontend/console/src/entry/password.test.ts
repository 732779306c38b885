import { expect, test } from "vitest";
import { strengthOf } from "./password";

test.each([
  ["", 0],
  ["short", 1],
  ["elevenchars", 1],
  ["aaaaaaaaaaaaaaaaaaaa", 2],
  ["passwordpass", 2],
  ["зима близко и чай", 3],
  ["Correct horse, battery staple 42", 4],
] as const)("%j has the strength %i", (password, expected) => {
  expect(strengthOf(password)).toBe(expected);
});
