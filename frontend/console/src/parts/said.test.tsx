import type { TextDocument, TextMark } from "@beseda/protocol";
import { act } from "react";
import { createRoot } from "react-dom/client";
import { expect, test } from "vitest";
import { Said } from "./Said";

(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;

async function drawn(document: TextDocument | undefined): Promise<HTMLElement> {
  const place = globalThis.document.createElement("div");
  await act(async () => createRoot(place).render(<Said text="текст" document={document} />));
  return place;
}

const item = (text: string, ...marks: TextMark[]): TextDocument["blocks"][number] => ({
  type: "item",
  list: "bullet",
  level: 0,
  runs: [{ text, marks }],
});

test("formatted words are elements, and an address among them works", async () => {
  const place = await drawn({ blocks: [item("раз", { type: "bold" }), item("https://a.example", { type: "italic" })] });
  expect(place.querySelectorAll("ul > li")).toHaveLength(2);
  expect(place.querySelector("li strong")?.textContent).toBe("раз");
  expect(place.querySelector("li em a")?.getAttribute("href")).toBe("https://a.example/");
});

test("a hostile link is words; what is not known is the text", async () => {
  const hostile = await drawn({ blocks: [item("раз", { type: "link", href: "javascript:alert(1)" })] });
  expect(hostile.querySelector("a")).toBeNull();
  expect(hostile.textContent).toBe("раз");
  expect((await drawn({ blocks: [{ type: "table" }] } as unknown as TextDocument)).textContent).toBe("текст");
});
