import { expect, test } from "vitest";
import { aConversation } from "../testing/conversations";
import { urgencyOf, waitedFor } from "./waiting";

test.each([
  [0, "calm"],
  [59_999, "calm"],
  [60_000, "soon"],
  [179_999, "soon"],
  [180_000, "late"],
  [3_600_000, "late"],
] as const)("after %i ms of waiting it is %s", (waited, expected) => {
  expect(urgencyOf(waited)).toBe(expected);
});

test("waiting is counted from the first unanswered message", () => {
  expect(waitedFor(aConversation("a", { waitingSince: 1000 }), 43_000)).toBe(42_000);
});

test("a clock that is behind the server's never shows less than nothing", () => {
  expect(waitedFor(aConversation("a", { waitingSince: 1000 }), 500)).toBe(0);
});

test("nobody waits when we spoke last or when it is over", () => {
  expect(waitedFor(aConversation("a", { waitingSince: null }), 43_000)).toBeNull();
  expect(waitedFor(aConversation("a", { state: "closed" }), 43_000)).toBeNull();
});
