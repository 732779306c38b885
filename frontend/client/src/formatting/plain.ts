import type { TextBlock, TextDocument, TextRun } from "@beseda/protocol";

/** The document without formatting, by the same rules as the server makes its text of it. */
export function plainText(document: TextDocument): string {
  /** By level: the last number of the list that is open there; 0 of one with bullets. */
  let numbers: number[] = [];
  return document.blocks
    .map((block) => {
      numbers = block.type === "item" ? counted(numbers, block) : [];
      return (block.type === "item" ? lead(numbers) : "") + words(block.runs);
    })
    .join("\n");
}

/** Whether anything in it cannot be said by its text alone. */
export function isFormatted({ blocks }: TextDocument): boolean {
  return blocks.some(({ type, runs }) => type === "item" || runs.some(({ marks }) => marks.length > 0));
}

/** A text as a document: a paragraph for each line. */
export function documentOf(text: string): TextDocument {
  const lines = text.replace(/\r\n?/g, "\n").split("\n");
  return {
    blocks: lines.map((line) => ({ type: "paragraph", runs: line === "" ? [] : [{ text: line, marks: [] }] })),
  };
}

/** Where a run leads to. */
export function hrefOf({ marks }: TextRun): string | null {
  for (const mark of marks) if (mark.type === "link") return mark.href;
  return null;
}

function counted(numbers: readonly number[], { list, level }: Extract<TextBlock, { type: "item" }>): number[] {
  const outer = Array.from({ length: level }, (_, each) => numbers[each] ?? 0);
  return [...outer, list === "number" ? (numbers[level] ?? 0) + 1 : 0];
}

function lead(numbers: readonly number[]): string {
  const number = numbers.at(-1) ?? 0;
  return "  ".repeat(numbers.length - 1) + (number === 0 ? "• " : `${number}. `);
}

function words(runs: readonly TextRun[]): string {
  let text = "";
  let linked = "";
  runs.forEach((run, index) => {
    text += run.text;
    const href = hrefOf(run);
    const next = runs[index + 1];
    linked = href === null ? "" : linked + run.text;
    if (href !== null && (next === undefined || hrefOf(next) !== href)) {
      if (bare(linked.trim()) !== bare(href)) text += ` (${href})`;
      linked = "";
    }
  });
  return text;
}

function bare(address: string): string {
  return address
    .toLowerCase()
    .replace(/^(https?:\/\/(www\.)?|www\.|mailto:|tel:)/, "")
    .replace(/\/$/, "");
}
