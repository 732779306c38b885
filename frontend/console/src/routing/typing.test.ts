import { afterEach, expect, test } from "vitest";
import { enterIsFree, overlap, takesText } from "./typing";

afterEach(() => document.body.replaceChildren());

function put(tag: string, attributes: Record<string, string> = {}): HTMLElement {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  document.body.append(element);
  return element;
}

test("Enter is what is typed in a field, and free on the page", () => {
  expect(enterIsFree(document.body)).toBe(true);
  expect(enterIsFree(null)).toBe(true);
  for (const field of [put("textarea"), put("input"), put("select"), put("div", { contenteditable: "true" })]) {
    expect(takesText(field)).toBe(true);
    expect(enterIsFree(field)).toBe(false);
  }
  expect(takesText(put("input", { type: "checkbox" }))).toBe(false);
});

test("a question on the screen comes first", () => {
  put("div", { "aria-modal": "true" });
  expect(enterIsFree(document.body)).toBe(false);
});

test("things lie over each other only where they share a point", () => {
  const at = (left: number, top: number) => new DOMRect(left, top, 10, 10);
  expect(overlap(at(0, 0), at(5, 5))).toBe(true);
  expect(overlap(at(0, 0), at(10, 0))).toBe(false);
  expect(overlap(at(0, 0), at(0, 20))).toBe(false);
});
