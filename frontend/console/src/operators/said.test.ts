import { expect, test } from "vitest";
import { isOffHours, statusOf } from "./said";

const days = [
  { weekday: 1, from: 540, to: 1080 },
  { weekday: 5, from: 1320, to: 360 },
];
const moscow = { timeZone: "Europe/Moscow", days };

test.each([
  ["2026-11-23T06:00:00Z", false], // Monday, 9:00 in Moscow
  ["2026-11-23T05:59:00Z", true],
  ["2026-11-23T15:00:00Z", true],
  ["2026-11-24T09:00:00Z", true],
  ["2026-11-27T19:00:00Z", false], // Friday, 22:00, through midnight
  ["2026-11-28T02:59:00Z", false],
  ["2026-11-28T03:00:00Z", true],
])("%s is outside the hours of Moscow: %s", (at, off) => {
  expect(isOffHours(moscow, Date.parse(at))).toBe(off);
});

test("who said nothing, and who says a zone nobody knows, always works", () => {
  expect(isOffHours(undefined, 0)).toBe(false);
  expect(isOffHours({ timeZone: "", days: [] }, 0)).toBe(false);
  expect(isOffHours({ timeZone: "Mars/Base", days }, 0)).toBe(false);
});

test("a status stands until its time", () => {
  expect(statusOf({ status: { text: "обед", until: 10 } }, 9)).toBe("обед");
  expect(statusOf({ status: { text: "обед", until: 10 } }, 10)).toBeNull();
  expect(statusOf({ status: { text: "обед", until: null } }, 10)).toBe("обед");
  expect(statusOf({}, 10)).toBeNull();
});
