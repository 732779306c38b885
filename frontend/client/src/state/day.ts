import type { Person, Side } from "@beseda/protocol";
import type { Outgoing } from "../outbox/types";

/** Ticks under an own message: on the way, in the server's log, on the other side's screen. */
export type Tick = "sending" | "stored" | "shown";

/** One row of the visitor's continuous view; `key` stays the same while a message goes from outbox to log. */
export type DayItem =
  | { kind: "day"; key: string; at: number }
  | {
      kind: "message";
      key: string;
      at: number;
      mine: boolean;
      author: Person | null;
      text: string;
      tick: Tick | null;
      conversation: string;
      seq: number;
    }
  | { kind: "outgoing"; key: string; at: number; text: string; item: Outgoing }
  | {
      kind: "notice";
      key: string;
      at: number;
      notice: "opened" | "joined" | "left" | "closed";
      person: Person | null;
      by: Side | "system" | null;
    };
