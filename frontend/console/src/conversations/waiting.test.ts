import { expect, test } from "vitest";
import { aConversation } from "../testing/conversations";
import { urgencyOf, usualLateMinutes, waitedFor } from "./waiting";

const minute = 60_000;
const late = usualLateMinutes * minute;

test("amber comes while there is time to be in time, red when the answer is late", () => {
  expect(late).toBe(300_000);
  expect(urgencyOf(0, late)).toBe("calm");
  expect(urgencyOf(2 * minute, late)).toBe("calm");
  expect(urgencyOf(2.5 * minute, late)).toBe("soon");
  expect(urgencyOf(late - 1, late)).toBe("soon");
  expect(urgencyOf(late, late)).toBe("late");
  expect(urgencyOf(minute, minute)).toBe("late");
});

test("only a visitor who spoke last and whose conversation is open waits", () => {
  const waiting = aConversation("a", { waitingSince: 1000 });
  expect(waitedFor(waiting, 4000)).toBe(3000);
  expect(waitedFor(waiting, 500)).toBe(0);
  expect(waitedFor({ ...waiting, waitingSince: null }, 4000)).toBeNull();
  expect(waitedFor({ ...waiting, state: "closed" }, 4000)).toBeNull();
});
