import type { Attachment } from "@beseda/protocol";

/** A file of one of a visitor's conversations; `operator`: who sent it, null for the visitor. */
export interface SaidFile {
  file: Attachment;
  conversation: string;
  /** Of its message in the public log, where that is known. */
  seq: number | null;
  at: number;
  operator: string | null;
}

/** `next`: what to ask for to get the earlier ones. */
export interface SaidFiles {
  files: SaidFile[];
  next: string | null;
}
