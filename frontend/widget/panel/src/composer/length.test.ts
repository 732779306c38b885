import { expect, test } from "vitest";
import { leftOf } from "./length";

test.each([
  ["", null],
  ["я".repeat(3599), null],
  ["я".repeat(3600), 400],
  ["я".repeat(4000), 0],
  ["я".repeat(4001), -1],
  ["🌱".repeat(4000), 0],
  ["🌱".repeat(2000), null],
])("counts code points, not units", (text, left) => {
  expect(leftOf(text)).toBe(left);
});
