import { type RefObject, useEffect } from "react";
import "./highlights.css";
import { plain } from "../answers/find";

const all = "log-found";
const one = "log-found-current";

/** Where in a text something stands that is to be shown: from, until. */
export type Find = (text: string) => readonly (readonly [from: number, until: number])[];

/**
 * Shows what is found in what was said. Where the browser can, they are painted over without a change of the page, so links and
 * formats stay as they are; elsewhere the messages themselves are marked.
 */
export function useHighlights(
  box: RefObject<HTMLElement | null>,
  find: Find | null,
  current: string | null,
  items: unknown,
) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: painted anew when the rows are others.
  useEffect(() => {
    const blocks = [...(box.current?.querySelectorAll<HTMLElement>("[data-seq]") ?? [])];
    const found = find === null ? [] : blocks.map((block) => ({ block, ranges: rangesOf(block, find) }));
    const hit = found.filter(({ ranges }) => ranges.length > 0);
    const isCurrent = ({ block }: { block: HTMLElement }) => block.dataset.seq === current;
    if ("highlights" in CSS) {
      CSS.highlights.set(all, new Highlight(...hit.filter((each) => !isCurrent(each)).flatMap(({ ranges }) => ranges)));
      CSS.highlights.set(one, new Highlight(...hit.filter(isCurrent).flatMap(({ ranges }) => ranges)));
    } else {
      for (const each of hit) each.block.setAttribute("data-found", isCurrent(each) ? "current" : "");
    }
    return () => {
      if ("highlights" in CSS) {
        CSS.highlights.delete(all);
        CSS.highlights.delete(one);
      }
      for (const { block } of hit) block.removeAttribute("data-found");
    };
  }, [box, find, current, items]);
}

/** Finds the words letter by letter. */
export function literally(words: string): Find {
  const sought = plain(words);
  return (text) => {
    const said = plain(text);
    const found: [number, number][] = [];
    for (let from = said.indexOf(sought); from >= 0; from = said.indexOf(sought, from + sought.length))
      found.push([from, from + sought.length]);
    return found;
  };
}

/** Where that is in what the block says; a word may begin in one format and end in another, not in another line. */
export function rangesOf(block: HTMLElement, find: Find): Range[] {
  const nodes = wordsOf(block);
  const text = nodes.map(({ before, node }) => before + node.data).join("");
  const ranges: Range[] = [];
  for (const [from, until] of find(text)) {
    const begin = placeIn(nodes, from);
    const end = placeIn(nodes, until - 1);
    if (begin === null || end === null) continue;
    const range = document.createRange();
    range.setStart(begin.node, begin.offset);
    range.setEnd(end.node, end.offset + 1);
    ranges.push(range);
  }
  return ranges;
}

interface Words {
  readonly node: Text;
  /** What parts it from the words before. */
  readonly before: "" | "\n";
}

function wordsOf(block: HTMLElement): Words[] {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT, (node) =>
    node.parentElement?.closest("[data-aside]") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  const found: Words[] = [];
  let line: Element | null | undefined = null;
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const next: Element | null | undefined = node.parentElement?.closest("p, li, div");
    found.push({ node: node as Text, before: found.length > 0 && next !== line ? "\n" : "" });
    line = next;
  }
  return found;
}

function placeIn(nodes: readonly Words[], at: number): { node: Text; offset: number } | null {
  let passed = 0;
  for (const { node, before } of nodes) {
    passed += before.length;
    if (at < passed + node.length) return at < passed ? null : { node, offset: at - passed };
    passed += node.length;
  }
  return null;
}
