import type { Event, EventBody, Events, OlderPage } from "@beseda/protocol";

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
  /** The position that `fetch` was asked for and not answered yet, or null. */
  readonly asked: number | null;
}

export const EMPTY_LOG: Log = { events: [], last: 0, more: false, loading: false, ahead: [], asked: null };

const AHEAD_LIMIT = 100;

/** Applies what follows `last`, ignores what is known, holds what lies beyond a hole. */
export function applyEvents(log: Log, frame: Events): Log {
  const base = frame.reset ? resetOf(log, frame) : log;
  const pending = merge(base.ahead, frame.events);
  const fresh: Event[] = [];
  let last = base.last;
  for (const event of pending) {
    if (event.seq === last + 1) {
      fresh.push(event);
      last = event.seq;
    }
  }
  const ahead = pending.filter(({ seq }) => seq > last).slice(0, AHEAD_LIMIT);
  const events = fresh.length > 0 ? corrected([...base.events, ...fresh]) : base.events;
  return { ...base, events, last, ahead, asked: last > log.last ? null : base.asked };
}

/** A reset replaces the log; older events that lead up to it without a hole are kept, the reader scrolled for them. */
function resetOf(log: Log, { events, more, top }: Events): Log {
  const before = (events[0]?.seq ?? top + 1) - 1;
  const touches = log.last >= before && (log.events[0]?.seq ?? before + 1) <= before;
  return {
    events: touches ? log.events.filter(({ seq }) => seq <= before) : [],
    last: before,
    more: touches ? log.more : more,
    loading: log.loading,
    ahead: [...log.events.filter(({ seq }) => seq > before), ...log.ahead],
    asked: null,
  };
}

/**
 * What a `changed` says, the message and the earlier `changed` of it say too, as in the server's log: whoever reads that from
 * the beginning has the same.
 */
function corrected(events: readonly Event[]): readonly Event[] {
  const latest = new Map<number, EventBody>();
  for (const { body } of events) if (body.type === "changed") latest.set(body.seq, body.to);
  return latest.size === 0 ? events : events.map((event) => withBody(event, latest));
}

function withBody(event: Event, latest: ReadonlyMap<number, EventBody>): Event {
  const { body, seq } = event;
  if (body.type === "changed") {
    const to = latest.get(body.seq) ?? body.to;
    return to === body.to ? event : { ...event, body: { ...body, to } };
  }
  const now = latest.get(seq) ?? body;
  return now === body ? event : { ...event, body: now };
}

function merge(left: readonly Event[], right: readonly Event[]): Event[] {
  const bySeq = new Map([...left, ...right].map((event) => [event.seq, event]));
  return [...bySeq.values()].sort((a, b) => a.seq - b.seq);
}

/** Puts a page before the first event; one that would leave a hole is not ours any more and is dropped. */
export function applyPage(log: Log, { events, more }: OlderPage): Log {
  const first = log.events[0]?.seq ?? log.last + 1;
  const older = events.filter(({ seq }) => seq < first);
  const fits = older.every(({ seq }, index) => seq === first - older.length + index);
  return fits
    ? { ...log, events: corrected([...older, ...log.events]), more, loading: false }
    : { ...log, loading: false };
}

/** Where to fetch from when the log is behind `top` or has a hole and nothing was asked yet; else null. */
export function missing(log: Log, top: number): number | null {
  const behind = log.last < top || log.ahead.length > 0;
  return behind && log.asked !== log.last ? log.last : null;
}

/** Where an older page would end, or null when there is none or it was asked for already. */
export function olderThan(log: Log): number | null {
  return log.more && !log.loading ? (log.events[0]?.seq ?? log.last + 1) : null;
}

/** A new line: what was asked on the old one is not answered any more. */
export function renewed(log: Log): Log {
  return log.asked === null && !log.loading ? log : { ...log, asked: null, loading: false };
}
