import { expect, test } from "vitest";
import { codeInAddress, codeTyped } from "./setupCode";

test.each([
  ["http://localhost:8080/?setup=k7mp-2xwq-9tdz", "k7mp-2xwq-9tdz"],
  ["?a=b&setup=k7mp#top", "k7mp"],
  ["?setup=", null],
  ["?other=k7mp", null],
  ["", null],
])("the code in %j is %j", (address, code) => {
  expect(codeInAddress(address)).toBe(code);
});

test("a code is typed as it is, or pasted with its whole address", () => {
  expect(codeTyped("K7MP 2xwq")).toBe("K7MP 2xwq");
  expect(codeTyped("Beseda is open: http://localhost:8080/?setup=k7mp-2xwq-9tdz ")).toBe("k7mp-2xwq-9tdz");
});
