import { expect, test } from "vitest";
import { callingCode, exampleOf, masked } from "./phones";

test.each([
  ["Europe/Saratov", "en", "7"],
  ["Asia/Almaty", "ru", "7"],
  ["Europe/Kyiv", "ru", "380"],
  ["Europe/Lisbon", "uk", "380"],
  ["", "ru", "7"],
  ["Etc/UTC", "en", ""],
])("in %s with the language %s the code is %j", (zone, language, code) => {
  expect(callingCode(zone, language)).toBe(code);
});

test.each([
  ["8 (342) 2123456", "7", "+7 342 212-34-56"],
  ["83422123456", "7", "+7 342 212-34-56"],
  ["9", "7", "+7 9"],
  ["7", "7", "+7"],
  ["79121234567", "7", "+7 912 123-45-67"],
  ["+79121234567", "380", "+7 912 123-45-67"],
  ["0671234567", "380", "+380 67 123-45-67"],
  ["380671234567", "380", "+380 67 123-45-67"],
  ["+49 30 901820", "7", "+49 309 018 20"],
  ["00 49 30 901820", "7", "+49 309 018 20"],
  ["2025550123", "1", "+1 202 555-0123"],
  ["+", "7", "+"],
  ["+351 912 345 678", "7", "+351 912 345 678"],
  ["+7 912 123-45-678", "7", "+7 912 123-45-678"],
  ["+7 912 123-45-6", "7", "+7 912 123-45-6"],
  ["+7 912 ", "7", "+7 912"],
  ["", "7", ""],
  ["912345678", "", "+912 345 678"],
  ["один", "7", ""],
  ["9".repeat(40), "7", "+7 999 999-99-999999"],
])("%j typed with the code %j stands as %j", (typed, home, shown) => {
  expect(masked(typed, home)).toBe(shown);
});

test("an example shows the groups", () => {
  expect(exampleOf("7")).toBe("+7 123 456-78-91");
  expect(exampleOf("49")).toBe("+49 123 456 789");
});
