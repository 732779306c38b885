import type { TextBlock, TextList, TextRun } from "@beseda/protocol";

/** Blocks as they are drawn: items in a row are one list, with the lists inside them. */
export type Nested =
  | { readonly type: "paragraph"; readonly runs: readonly TextRun[] }
  | { readonly type: "list"; readonly list: TextList; readonly items: readonly NestedItem[] };

export interface NestedItem {
  readonly runs: readonly TextRun[];
  readonly inner: readonly Nested[];
}

export function nested(blocks: readonly TextBlock[]): Nested[] {
  return within(blocks, 0);
}

function within(blocks: readonly TextBlock[], level: number): Nested[] {
  const result: Nested[] = [];
  let at = 0;
  while (at < blocks.length) {
    const block = blocks[at++];
    if (block === undefined) break;
    if (block.type === "paragraph") {
      result.push({ type: "paragraph", runs: block.runs });
      continue;
    }
    const from = at;
    while (deeper(blocks[at], level)) at++;
    const item = { runs: block.runs, inner: within(blocks.slice(from, at), level + 1) };
    const last = result.at(-1);
    if (last?.type === "list" && last.list === block.list) {
      result[result.length - 1] = { ...last, items: [...last.items, item] };
    } else {
      result.push({ type: "list", list: block.list, items: [item] });
    }
  }
  return result;
}

function deeper(block: TextBlock | undefined, level: number): boolean {
  return block?.type === "item" && block.level > level;
}
