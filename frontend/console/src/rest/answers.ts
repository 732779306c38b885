import type { Attachment, TextDocument } from "@beseda/protocol";
import type { Locale } from "./me";

/** `language` and `department`: null for any. */
export interface AnswerDraft {
  folder: string;
  title: string;
  text: string;
  /** The same formatted; null where it has no formatting. */
  document: TextDocument | null;
  language: Locale | null;
  department: string | null;
  /** They go along, in this order. */
  files: Attachment[];
}

/** A text kept for inserting; `own`: mine alone. */
export interface ReadyAnswer extends AnswerDraft {
  id: string;
  own: boolean;
  used: number;
  usedAt: number | null;
}

export interface ReadyAnswers {
  common: ReadyAnswer[];
  own: ReadyAnswer[];
}
