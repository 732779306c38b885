import { documentOf, isFormatted, plainText, type TextDocument } from "@beseda/client";

export interface Written {
  readonly text: string;
  readonly document: TextDocument | undefined;
}

/** What is written with something put after it, on lines of its own; formatted only where it has to be. */
export function withInserted({ text, document }: Written, what: TextDocument | string): Written {
  const before = text.trim() === "" ? [] : (document ?? documentOf(text)).blocks;
  const added = typeof what === "string" ? documentOf(what) : what;
  const whole = { blocks: [...before, ...added.blocks] };
  return { text: plainText(whole), document: isFormatted(whole) ? whole : undefined };
}
