import type { TextDocument, TextMark } from "@beseda/client";
import { render } from "preact";
import { expect, test } from "vitest";
import { Said } from "./Said";

function drawn(document: TextDocument | undefined, text = "текст https://a.example"): HTMLElement {
  const place = globalThis.document.createElement("div");
  render(<Said text={text} document={document} />, place);
  return place;
}

const marked = (...marks: TextMark[]): TextDocument => ({
  blocks: [{ type: "paragraph", runs: [{ text: "<b>a</b>", marks }] }],
});

test("what is not formatted is drawn as ever", () => {
  expect(drawn(undefined).querySelector("[data-formatted]")).toBeNull();
  expect(drawn(undefined).querySelector("a")?.href).toBe("https://a.example/");
});

test("formatted words are elements, and markup in them is words", () => {
  const place = drawn(marked({ type: "bold" }, { type: "link", href: "https://shop.example/" }));
  expect(place.querySelector("a > strong")?.textContent).toBe("<b>a</b>");
  expect(place.querySelector("a")?.getAttribute("rel")).toBe("noopener noreferrer nofollow");
  expect(place.querySelector("b")).toBeNull();
});

test("a hostile link is words", () => {
  const place = drawn(marked({ type: "link", href: "javascript:alert(1)" }));
  expect(place.querySelector("a")).toBeNull();
  expect(place.textContent).toBe("<b>a</b>");
});

test("a format of a newer server is drawn as its text", () => {
  const newer = { blocks: [{ type: "table" }] } as unknown as TextDocument;
  expect(drawn(newer).textContent).toBe("текст https://a.example");
});
