import type { TextDocument, TextRun } from "@beseda/client";
import type { ReadyAnswer } from "../rest/types";
import { type Filled, fill, type Values } from "./variables";

/** A ready answer with its variables filled in; formatted where the answer is. */
export interface FilledAnswer extends Filled {
  readonly document: TextDocument | null;
}

export function fillAnswer({ text, document }: Pick<ReadyAnswer, "text" | "document">, values: Values): FilledAnswer {
  return { ...fill(text, values), document: document === null ? null : fillDocument(document, values) };
}

function fillDocument({ blocks }: TextDocument, values: Values): TextDocument {
  return {
    blocks: blocks.map((block) => ({ ...block, runs: block.runs.flatMap((run) => fillRun(run, values)) })),
  };
}

/** A run of a variable that nobody knows is none any more. */
function fillRun(run: TextRun, values: Values): TextRun[] {
  const { text } = fill(run.text, values);
  return text === "" ? [] : [{ ...run, text }];
}
