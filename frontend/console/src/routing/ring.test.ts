import { expect, test } from "vitest";
import { ringOf } from "./ring";

test("a ring runs from whole to nothing, in whole seconds", () => {
  expect(ringOf(30_000, 30_000, 0)).toEqual({ part: 1, seconds: 30, urgency: "calm" });
  expect(ringOf(30_000, 30_000, 15_001)).toMatchObject({ seconds: 15, urgency: "calm" });
  expect(ringOf(30_000, 30_000, 30_000)).toEqual({ part: 0, seconds: 0, urgency: "late" });
});

test("a deadline that has passed, or a clock that is ahead, shows nothing less than nothing and nothing more than whole", () => {
  expect(ringOf(1000, 30_000, 5000)).toMatchObject({ part: 0, seconds: 0 });
  expect(ringOf(40_000, 30_000, 0).part).toBe(1);
  expect(ringOf(0, 0, 0).part).toBe(0);
});

test("it hurries in its last ten seconds and alarms in its last five; a short offer begins calm", () => {
  expect(ringOf(9000, 30_000, 0).urgency).toBe("soon");
  expect(ringOf(4000, 30_000, 0).urgency).toBe("late");
  expect(ringOf(5000, 5000, 0).urgency).toBe("calm");
  expect(ringOf(2000, 5000, 0).urgency).toBe("soon");
  expect(ringOf(1000, 5000, 0).urgency).toBe("late");
});
