import { expect, test } from "vitest";
import { drawnSize, fileSize } from "./index";

test.each([
  [0, "0 B", "0 Б"],
  [812, "812 byte", "812 Б"],
  [65_536, "64 kB", "64 кБ"],
  [3_565_158, "3.4 MB", "3,4 МБ"],
  [26_214_400, "25 MB", "25 МБ"],
])("%i bytes in words", (bytes, _, russian) => {
  expect(fileSize("ru", bytes).replace(/\s/g, " ")).toBe(russian);
  expect(fileSize("en-GB", bytes)).toMatch(/^[\d.]+ ?\w+$/);
});

test("a picture keeps its shape and never grows", () => {
  expect(drawnSize(4000, 3000, 240)).toEqual({ width: 240, height: 180 });
  expect(drawnSize(16, 10, 240)).toEqual({ width: 16, height: 10 });
  expect(drawnSize(10_000, 3, 240)).toEqual({ width: 240, height: 1 });
});
