import { expect, test } from "vitest";
import { offset } from "./offset";

test.each([
  [-120, "+02:00"],
  [0, "+00:00"],
  [-345, "+05:45"],
  [210, "-03:30"],
])("UTC ahead by %i minutes is the zone %s", (behind, expected) => {
  expect(offset(behind)).toBe(expected);
});
