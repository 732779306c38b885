import { expect, test } from "vitest";
import { requestOf } from "../testing/fakeRequests";
import { filtersOf, searchOf, soughtBy } from "./filters";
import { dayPartOf, fieldOf, isWorkingTime, phoneWords, presetsOf, standingOf, timeOfField } from "./times";

const minute = 60_000;
const now = Date.UTC(2026, 10, 24, 9, 0);
const standing = (change: Parameters<typeof requestOf>[1]) => standingOf(requestOf("1", change), now);

test("a request is late once its time has passed, unless it is put off or done", () => {
  expect(standing({ dueAt: now - 1 })).toBe("late");
  expect(standing({ dueAt: now - 1, snoozedUntil: now + 1 })).toBe("snoozed");
  expect(standing({ dueAt: now - 1, snoozedUntil: now - 1 })).toBe("late");
  expect(standing({ dueAt: now - 1, state: "done" })).toBe("done");
  expect(standing({ dueAt: now + 15 * minute })).toBe("soon");
  expect(standing({ dueAt: now + 16 * minute })).toBe("later");
  expect(standing({ dueAt: null })).toBe("open");
});

test("those whose working day is over and those of whom it is not known stand apart", () => {
  expect(dayPartOf({ zone: "Asia/Omsk", dayEndsAt: now })).toBe("working");
  expect(dayPartOf({ zone: "Asia/Omsk", dayEndsAt: null })).toBe("resting");
  expect(dayPartOf({ zone: null, dayEndsAt: null })).toBe("unknown");
});

test("people work from nine to six by their own clock; where it is unknown nothing is said against a time", () => {
  expect(isWorkingTime("Europe/Moscow", now)).toBe(true);
  expect(isWorkingTime("Asia/Vladivostok", now)).toBe(false);
  expect(isWorkingTime("Nowhere/Atall", now)).toBe(true);
  expect(isWorkingTime(null, now)).toBe(true);
});

test("tomorrow at this time is a day of the calendar away", () => {
  const [quarter, hour, tomorrow] = presetsOf(now).map(({ at }) => at);
  expect(quarter).toBe(now + 15 * minute);
  expect(hour).toBe(now + 60 * minute);
  expect(new Date(tomorrow ?? 0).getHours()).toBe(new Date(now).getHours());
  expect(new Date(tomorrow ?? 0).getDate()).not.toBe(new Date(now).getDate());
});

test("a field of date and time gives back what was put in; nonsense is no time", () => {
  expect(timeOfField(fieldOf(now))).toBe(now);
  expect(timeOfField("")).toBeNull();
});

test("Russian numbers are written as they are read out, others as they are", () => {
  expect(phoneWords("+79123456789")).toBe("+7 912 345-67-89");
  expect(phoneWords("+491711234567")).toBe("+491711234567");
});

test("what is looked for survives in the address; what the address doesn't know is not looked for", () => {
  const filters = { show: "overdue", kind: "call", words: "иванов 342", sort: "day_end" } as const;
  expect(filtersOf(searchOf(filters))).toEqual(filters);
  expect(searchOf(filtersOf(""))).toBe("");
  expect(filtersOf("?show=nonsense&sort=x")).toMatchObject({ show: "unclaimed", sort: "due" });
  expect(soughtBy(filters)).toMatchObject({ nature: "call", kinds: [] });
  expect(soughtBy({ ...filters, kind: "7" })).toMatchObject({ nature: null, kinds: ["7"] });
});
