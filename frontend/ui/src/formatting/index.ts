import {
  hrefOf,
  isSafeHref,
  type Nested,
  nested,
  type TextDocument,
  type TextMark,
  type TextRun,
} from "@beseda/client";

/** How a library of views makes an element: React's and Preact's `createElement`. */
export type Make<Node> = (tag: string, properties: Properties, ...children: (Node | string)[]) => Node;
type Properties = Readonly<Record<string, string>> | null;

/**
 * A formatted text as nodes, the same everywhere: `formatted.css` gives them their look. Null when there is something in it
 * that this version doesn't know; then its plain text is shown.
 *
 * @param words makes nodes of words that are no link, so that addresses in them work
 */
export function formattedNodes<Node>(
  document: TextDocument,
  make: Make<Node>,
  words: (text: string) => Node,
): Node[] | null {
  if (!Array.isArray(document.blocks) || !document.blocks.every(isKnown)) return null;
  const block = (each: Nested): Node =>
    each.type === "paragraph"
      ? make("p", null, ...line(each.runs))
      : make(
          each.list === "number" ? "ol" : "ul",
          null,
          ...each.items.map(({ runs, inner }) => make("li", null, ...line(runs), ...inner.map(block))),
        );

  const line = (runs: readonly TextRun[]): Node[] =>
    linkGroups(runs).map(({ href, runs: group }) =>
      href === null || !isSafeHref(href)
        ? make("span", null, ...group.map((run) => look(run, words(run.text))))
        : make(
            "a",
            { href, target: "_blank", rel: "noopener noreferrer nofollow" },
            ...group.map((run) => look(run, run.text)),
          ),
    );

  const look = (run: TextRun, inside: Node | string): Node | string => {
    const span: Record<string, string> = {};
    let node = inside;
    for (const mark of run.marks) {
      const tag = tagOf(mark);
      if (tag !== null) node = make(tag, null, node);
      if ("value" in mark && mark.type !== "highlight") span[`data-${mark.type}`] = mark.value;
    }
    if (Object.keys(span).length > 0) node = make("span", span, node);
    const highlight = run.marks.find((mark) => mark.type === "highlight");
    return highlight ? make("mark", { "data-highlight": highlight.value }, node) : node;
  };
  return nested(document.blocks).map(block);
}

function isKnown({ type, runs }: TextDocument["blocks"][number]): boolean {
  return (type === "paragraph" || type === "item") && Array.isArray(runs);
}

function tagOf({ type }: TextMark): string | null {
  switch (type) {
    case "bold":
      return "strong";
    case "italic":
      return "em";
    case "underline":
      return "u";
    default:
      return null;
  }
}

/** Runs in a row that lead to the same address are one link. */
function linkGroups(runs: readonly TextRun[]): { href: string | null; runs: TextRun[] }[] {
  const groups: { href: string | null; runs: TextRun[] }[] = [];
  for (const run of runs) {
    const href = hrefOf(run);
    const last = groups.at(-1);
    if (last && last.href === href) last.runs.push(run);
    else groups.push({ href, runs: [run] });
  }
  return groups;
}
