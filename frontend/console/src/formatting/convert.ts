import {
  DEEPEST,
  type Nested,
  nested,
  type TextBlock,
  type TextDocument,
  type TextMark,
  type TextRun,
} from "@beseda/client";
import type { JSONContent } from "@tiptap/core";

/** What stands in the formatting editor, as the document that is sent. */
export function fromEditor(content: JSONContent): TextDocument {
  return { blocks: (content.content ?? []).flatMap((node) => blocksOf(node, 0)) };
}

/** A document as the formatting editor takes it. */
export function toEditor({ blocks }: TextDocument): JSONContent {
  const content = nested(blocks).map(nodeOf);
  return { type: "doc", content: content.length === 0 ? [{ type: "paragraph" }] : content };
}

function blocksOf(node: JSONContent, level: number): TextBlock[] {
  if (node.type === "paragraph") return [{ type: "paragraph", runs: runsOf(node) }];
  const list = node.type === "orderedList" ? "number" : "bullet";
  return (node.content ?? []).flatMap((item) => {
    const parts = item.content ?? [];
    // An item holds one block of words: further paragraphs are further lines of it.
    const lines = parts.filter(({ type }) => type === "paragraph").map(({ content }) => content ?? []);
    const runs = runsOf({
      content: lines.flatMap((line, index) => (index > 0 ? [{ type: "hardBreak" }, ...line] : line)),
    });
    const inner = parts.filter(({ type }) => type !== "paragraph");
    return [
      { type: "item" as const, list, level, runs },
      ...inner.flatMap((each) => blocksOf(each, Math.min(level + 1, DEEPEST))),
    ];
  });
}

function runsOf(node: JSONContent): TextRun[] {
  const runs: TextRun[] = [];
  for (const part of node.content ?? []) {
    const last = runs.at(-1);
    const marks = (part.marks ?? []).map(markOf);
    const text = part.text ?? "";
    const joins = last !== undefined && (part.type === "hardBreak" || sameMarks(last.marks, marks));
    if (joins) last.text += part.type === "hardBreak" ? "\n" : text;
    else runs.push(part.type === "hardBreak" ? { text: "\n", marks: [] } : { text, marks });
  }
  return runs;
}

function sameMarks(one: readonly TextMark[], other: readonly TextMark[]): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function markOf({ type, attrs }: { type: string; attrs?: Record<string, unknown> }): TextMark {
  return { type, ...attrs } as TextMark;
}

function nodeOf(node: Nested): JSONContent {
  if (node.type === "paragraph") return paragraph(node.runs);
  return {
    type: node.list === "number" ? "orderedList" : "bulletList",
    content: node.items.map(({ runs, inner }) => ({
      type: "listItem",
      content: [paragraph(runs), ...inner.map(nodeOf)],
    })),
  };
}

function paragraph(runs: readonly TextRun[]): JSONContent {
  const content = runs.flatMap(({ text, marks }) =>
    text
      .split("\n")
      .flatMap((line, index): JSONContent[] => [
        ...(index > 0 ? [{ type: "hardBreak" }] : []),
        ...(line === ""
          ? []
          : [{ type: "text", text: line, marks: marks.map(({ type, ...attrs }) => ({ type, attrs })) }]),
      ]),
  );
  return content.length === 0 ? { type: "paragraph" } : { type: "paragraph", content };
}
