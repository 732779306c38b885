import type { TextDocument, TextMark } from "@beseda/client";
import { describe, expect, test } from "vitest";
import { contrastRatio } from "../contrast/index";
import tokens from "../tokens/tokens.css?raw";
import css from "./formatted.css?raw";
import { formattedNodes, type Make } from "./index";

/** Nodes as text, so that a test sees all of them. */
const make: Make<string> = (tag, properties, ...children) => {
  const attributes = Object.entries(properties ?? {}).map(([name, value]) => ` ${name}=${value}`);
  return `<${tag}${attributes.join("")}>${children.join("")}</${tag}>`;
};
const drawn = (document: TextDocument) => formattedNodes(document, make, (text) => `{${text}}`)?.join("") ?? null;
const one = (...marks: TextMark[]) => drawn({ blocks: [{ type: "paragraph", runs: [{ text: "a", marks }] }] });

test("marks are elements and names, never styles", () => {
  expect(one({ type: "bold" }, { type: "italic" }, { type: "underline" })).toBe(
    "<p><span><u><em><strong>{a}</strong></em></u></span></p>",
  );
  expect(
    one(
      { type: "highlight", value: "yellow" },
      { type: "colour", value: "red" },
      { type: "size", value: "large" },
      { type: "font", value: "mono" },
    ),
  ).toBe(
    "<p><span><mark data-highlight=yellow><span data-colour=red data-size=large data-font=mono>{a}</span></mark></span></p>",
  );
});

test("lists are nested, runs of one link are one link", () => {
  const link: TextMark = { type: "link", href: "https://a.example/" };
  const document: TextDocument = {
    blocks: [
      { type: "item", list: "number", level: 0, runs: [{ text: "a", marks: [] }] },
      { type: "item", list: "bullet", level: 1, runs: [] },
      {
        type: "paragraph",
        runs: [
          { text: "b", marks: [link] },
          { text: "c", marks: [link, { type: "bold" }] },
        ],
      },
    ],
  };
  expect(drawn(document)).toBe(
    "<ol><li><span>{a}</span><ul><li></li></ul></li></ol>" +
      "<p><a href=https://a.example/ target=_blank rel=noopener noreferrer nofollow>b<strong>c</strong></a></p>",
  );
});

test.each([
  "javascript:alert(1)",
  "JAVASCRIPT:alert(1)",
  "data:text/html,a",
  "//evil.example",
  " https://a.example",
  "",
])("even if the server let %j through, it is no link", (href) => {
  expect(one({ type: "link", href })).toBe("<p><span>{a}</span></p>");
});

test("what this version does not know is shown as text, a mark it does not know is left out", () => {
  const table = { blocks: [{ type: "table", rows: [] }] } as unknown as TextDocument;
  expect(drawn(table)).toBeNull();
  expect(drawn({} as TextDocument)).toBeNull();
  expect(one({ type: "blink" } as unknown as TextMark)).toBe("<p><span>{a}</span></p>");
});

describe.each([
  ["light", 0],
  ["dark", 1],
] as const)("%s", (_, theme) => {
  const colours = new Map<string, string>();
  for (const [, name, ...pair] of (tokens + css).matchAll(/--b-([\w-]+): light-dark\((#\w+), (#\w+)\)/g)) {
    colours.set(name ?? "", pair[theme] ?? "");
  }
  const named = (start: string) => [...colours.keys()].filter((name) => name.startsWith(start));
  const grounds = ["sunken", "raised", "surface", "accent-soft", ...named("marker-")];

  test("every colour is there", () => {
    expect([named("ink-").length, named("marker-").length]).toEqual([6, 4]);
  });

  test.each([...named("ink-"), "text"])("%s is readable on every bubble and every highlight", (ink) => {
    for (const ground of grounds) {
      expect(contrastRatio(colours.get(ink) ?? "", colours.get(ground) ?? ""), ground).toBeGreaterThanOrEqual(4.5);
    }
  });

  test("a link is readable on every highlight", () => {
    for (const ground of named("marker-")) {
      const ratio = contrastRatio(colours.get("accent-text") ?? "", colours.get(ground) ?? "");
      expect(ratio, ground).toBeGreaterThanOrEqual(4.5);
    }
  });
});
