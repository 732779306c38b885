import { expect, test } from "vitest";
import { columns, widthOf } from "./columns";

test("the usual columns fit beside the rail of a screen of 1366 pixels", () => {
  const rail = 60;
  expect(Number.parseInt(widthOf(columns.filter(({ standard }) => standard)), 10)).toBeLessThanOrEqual(1366 - rail);
});
