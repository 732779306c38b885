import type { Attachment, Stream, TextDocument } from "@beseda/protocol";

/**
 * A text the user sent and the log does not show yet.
 *
 * `waiting`: not transmitted on this line yet; `sending`: transmitted, no answer; `stored`: acknowledged, its event is
 * on the way; `failed`: refused for good, the text belongs to the user again (`restore`, `retry` or `discard`).
 */
export interface Outgoing {
  readonly cid: string;
  /** Null: a visitor's message that opens a conversation or joins the open one. */
  readonly conversation: string | null;
  readonly stream: Stream;
  readonly text: string;
  /** The same formatted; left out of what is nothing but text. */
  readonly document?: TextDocument;
  /** Files that go with it; left out where there are none. */
  readonly files?: readonly Attachment[];
  /** `seq` of the public message it answers; left out of what answers none in particular. */
  readonly reply?: number;
  /** When the user pressed send, wall clock of this device. */
  readonly at: number;
  readonly state: "waiting" | "sending" | "stored" | "failed";
  /** 30 s without an acknowledgement: say "not delivered, retrying". */
  readonly late: boolean;
  /** Only when failed: code of refusal, or `expired` after seven days. */
  readonly code: string | null;
  readonly params: Readonly<Record<string, string>>;
}

/** What a text may have beside it. */
export type Beside = Pick<Outgoing, "document" | "files" | "reply">;

/** What a send verb answers at once. `code`: `outbox_full` or a refusal that needs no server (`message_empty`…). */
export type Submitted = { ok: true; cid: string } | { ok: false; code: string; params: Record<string, string> };
