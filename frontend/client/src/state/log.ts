import type { Event } from "@beseda/protocol";

/**
 * One stream of a conversation as far as it is known here: a run without holes ending at `last`, and what came too
 * early. Views show `events`; the rest is bookkeeping.
 */
export interface Log {
  /** Ascending, dense: each `seq` is the one before plus 1. */
  readonly events: readonly Event[];
  /** `seq` of the newest applied event, 0 when none. */
  readonly last: number;
  /** The server holds events older than the first one here. */
  readonly more: boolean;
  /** An older page was asked for and has not come. */
  readonly loading: boolean;
  /** Beyond a hole, ascending, 100 at most. */
  readonly ahead: readonly Event[];
  /** The position of the last `fetch` without an answer yet, or null. */
  readonly asked: number | null;
}
