import { expect, test } from "vitest";
import { attempt, keeper } from "./kept";

function storage(items: Record<string, string> = {}) {
  return {
    items,
    getItem: (key: string) => items[key] ?? null,
    setItem: (key: string, value: string) => {
      items[key] = value;
    },
  };
}

test("what is kept is there on the next page, beside what another tab has written", () => {
  const shared = storage();
  const here = keeper("beseda:KEY", () => shared);
  const there = keeper("beseda:KEY", () => shared);
  here.change({ visit: "v1" });
  there.change({ sound: false });
  expect(here.read()).toEqual({ visit: "v1", sound: false });
  expect(keeper("beseda:OTHER", () => shared).read()).toEqual({});
});

test("a page whose storage is forbidden remembers until it ends", () => {
  const { read, change } = keeper("beseda:KEY", () => {
    throw new Error("SecurityError");
  });
  change({ visit: "v1" });
  change({ language: "uk" });
  expect(read()).toEqual({ visit: "v1", language: "uk" });
});

test("what somebody else wrote there does no harm", () => {
  const { read, change } = keeper("beseda:KEY", () => storage({ "beseda:KEY": "{not json" }));
  expect(read()).toEqual({});
  change({ visit: "v1" });
  expect(read().visit).toBe("v1");
});

test("what a browser forbids is nothing", () => {
  expect(attempt(() => expect.unreachable())).toBeUndefined();
  expect(attempt(() => 1)).toBe(1);
});
