import { documentOf, isFormatted, plainText, type TextBlock, type TextDocument } from "@beseda/client";
import type { RefObject } from "react";
import { flushSync } from "react-dom";
import type { Cursor } from "../formatting/FormattedField";
import type { FilledAnswer } from "./filled";
import type { Slash } from "./slash";

/** What the list of ready answers does with the field it serves. */
export interface Place {
  /** In place of the slash and its word; the cursor goes to what is missing, or behind it. */
  readonly put: (slash: Slash, filled: FilledAnswer) => void;
  /** Puts a slash where the cursor is; what stands before the cursor then. */
  readonly begin: () => string;
}

interface Plain {
  readonly element: RefObject<HTMLTextAreaElement | null>;
  /** As it is, which may be ahead of what was drawn. */
  readonly text: () => string;
  /** A document takes formatting with it: the formatted field comes in the place of this one. */
  readonly write: (text: string, document?: TextDocument) => void;
  /** A note has no formatting. */
  readonly formats: boolean;
}

export function plainPlace({ element, text, write, formats }: Plain): Place {
  const select = (caret: number) => {
    element.current?.focus();
    element.current?.setSelectionRange(caret, caret);
  };
  return {
    put: ({ at, query }, filled) => {
      const before = text().slice(0, at);
      const after = text().slice(at + 1 + query.length);
      if (formats && filled.document !== null) {
        const whole = between(before, filled.document, after);
        flushSync(() => write(plainText(whole), isFormatted(whole) ? whole : undefined));
        element.current?.focus();
        return;
      }
      flushSync(() => write(before + filled.text + after));
      select(at + (filled.gap ?? filled.text.length));
    },
    begin: () => {
      const now = text();
      const at = element.current?.selectionEnd ?? now.length;
      const slash = slashAfter(now.slice(0, at));
      flushSync(() => write(now.slice(0, at) + slash + now.slice(at)));
      select(at + slash.length);
      return now.slice(0, at) + slash;
    },
  };
}

export function formattedPlace(cursor: RefObject<Cursor | null>): Place {
  return {
    put: ({ query }, { text, document }) => cursor.current?.replace(1 + query.length, document ?? documentOf(text)),
    begin: () => {
      cursor.current?.replace(0, documentOf(slashAfter(cursor.current.before())));
      return cursor.current?.before() ?? "";
    },
  };
}

function slashAfter(text: string): string {
  return /(^|\s)$/.test(text) ? "/" : " /";
}

/** The document in the middle of a text: paragraphs that meet are one. */
export function between(before: string, { blocks }: TextDocument, after: string): TextDocument {
  return { blocks: joined(joined(blocksOf(before), blocks), blocksOf(after)) };
}

function blocksOf(text: string): TextBlock[] {
  return text === "" ? [] : [...documentOf(text).blocks];
}

function joined(one: readonly TextBlock[], other: readonly TextBlock[]): TextBlock[] {
  const last = one.at(-1);
  const [first, ...rest] = other;
  return last?.type === "paragraph" && first?.type === "paragraph"
    ? [...one.slice(0, -1), { type: "paragraph", runs: [...last.runs, ...first.runs] }, ...rest]
    : [...one, ...other];
}
