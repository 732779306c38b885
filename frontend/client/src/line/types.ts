import type { Side } from "@beseda/protocol";
import type { Code } from "./codes";

/** How a line does now. */
export type LineState =
  /** The first try of this page runs. */
  | { kind: "connecting" }
  /** Everything the server has is here (`synced` was said). */
  | { kind: "live"; via: Via }
  /** The line was lost or could not be opened; `nextTryAt` is null while a try runs. Wall clock. */
  | { kind: "reconnecting"; since: number; nextTryAt: number | null }
  /** The browser says there is no network: nothing is tried until it is back. */
  | { kind: "offline"; since: number }
  /** The server's last word, see the table of close codes; {@link Line.restart} tries again. */
  | { kind: "stopped"; code: Code };

export type Via = "socket" | "http";

/** Thrown by {@link LineOptions.query} when a new sign-in is needed: the line stops with 4401. */
export class SignedOut extends Error {}

export interface LineOptions<In, Out> {
  side: Side;
  /** The server's origin, e.g. `https://chat.example.com`, without a slash at the end. */
  base: string;
  /** Made anew for every try, because an operator's ticket is used once: `site=KEY` or `ticket=TICKET`. */
  query(): string | Promise<string>;
  /** The first frame of every new line, made at the moment of sending. */
  hello(): Out;
  /** Every frame of the server except `bye`; `welcome` begins a new line, `synced` ends its catching up. */
  received(frame: In): void;
  changed(state: LineState): void;
  /** At every loss, with its close code or 0; a visitor's client drops its token at 4401. */
  lost?(code: number): void;
}

/** An ordered two-way channel that opens itself again. */
export interface Line<Out> {
  readonly state: LineState;
  /** False when the server has not spoken on this line: the frame is not kept, that is the caller's business. */
  send(frame: Out): boolean;
  /** Tries at once, also after a stop. */
  restart(): void;
  /** Ends it for good. */
  close(): void;
}
