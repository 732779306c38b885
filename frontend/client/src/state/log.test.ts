import type { Event, Events } from "@beseda/protocol";
import { expect, test } from "vitest";
import { Simulation } from "../testing/simulation";
import { ask, receive } from "./common";
import { applyEvents, applyPage, EMPTY_LOG, type Log, olderThan, renewed } from "./log";

const event = (seq: number): Event => ({
  seq,
  at: seq,
  author: { kind: "visitor" },
  cid: null,
  body: { type: "message", text: `${seq}` },
});
const range = (from: number, to: number) =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => event(from + i));
const frame = (from: number, to: number, change: Partial<Events> = {}): Events => ({
  t: "events",
  conversation: "c1",
  stream: "public",
  reset: false,
  more: false,
  top: to,
  events: range(from, to),
  ...change,
});
const seqs = (log: Log) => log.events.map(({ seq }) => seq);
const upTo = (top: number, from = 1) => range(from, top).map(({ seq }) => seq);

test("the next event is applied, a known one ignored", () => {
  const log = applyEvents(applyEvents(EMPTY_LOG, frame(1, 3)), frame(2, 4));
  expect(seqs(log)).toEqual([1, 2, 3, 4]);
});

test("a hole is fetched once, what lies beyond waits for it", () => {
  const first = receive({ ...EMPTY_LOG }, frame(1, 2));
  const gap = receive(first.log, frame(5, 5));
  expect(seqs(gap.log)).toEqual([1, 2]);
  expect(gap.effects).toEqual([{ type: "fetch", conversation: "c1", stream: "public", after: 2 }]);
  const more = receive(gap.log, frame(6, 6));
  expect(more.effects).toEqual([]);
  const filled = receive(more.log, frame(3, 5, { top: 6 }));
  expect(seqs(filled.log)).toEqual([1, 2, 3, 4, 5, 6]);
  expect(filled.effects).toEqual([]);
});

test("100 events at most wait beyond a hole; the rest is fetched", () => {
  let log = applyEvents(EMPTY_LOG, frame(1, 1));
  log = applyEvents(log, frame(3, 200));
  expect(log.ahead).toHaveLength(100);
  const step = receive(log, frame(2, 2, { top: 200 }));
  expect(step.log.last).toBe(102);
  expect(step.effects).toEqual([{ type: "fetch", conversation: "c1", stream: "public", after: 102 }]);
});

test("an unanswered fetch is asked again on a new line", () => {
  const { log } = receive(EMPTY_LOG, frame(2, 2));
  expect(ask(log, 2, "c1", "public").effects).toEqual([]);
  expect(ask(renewed(log), 2, "c1", "public").effects).toHaveLength(1);
});

test("a reset replaces what does not lead up to it and keeps what does", () => {
  const known = applyEvents(EMPTY_LOG, frame(1, 10));
  const far = applyEvents(known, frame(400, 450, { reset: true, more: true }));
  expect(seqs(far)).toEqual(upTo(450, 400));
  expect(far.more).toBe(true);
  const near = applyEvents(known, frame(8, 20, { reset: true, more: true }));
  expect(seqs(near)).toEqual(upTo(20));
  expect(near.more).toBe(false);
});

test("an empty reset says that there is nothing", () => {
  const log = applyEvents(EMPTY_LOG, { ...frame(1, 0), reset: true, top: 0 });
  expect(log).toEqual(EMPTY_LOG);
});

test("older pages are put before; one that would leave a hole is dropped", () => {
  const page = (from: number, to: number, more: boolean) =>
    ({ t: "page", conversation: "c1", stream: "public", more, events: range(from, to) }) as const;
  const log = applyEvents(EMPTY_LOG, frame(101, 150, { reset: true, more: true }));
  expect(olderThan(log)).toBe(101);
  expect(seqs(applyPage(log, page(20, 70, true)))).toEqual(upTo(150, 101));
  const older = applyPage({ ...log, loading: true }, page(51, 100, true));
  expect(seqs(older)).toEqual(upTo(150, 51));
  expect(older.loading).toBe(false);
  const oldest = applyPage(older, page(1, 50, false));
  expect(seqs(oldest)).toEqual(upTo(150));
  expect(olderThan(oldest)).toBeNull();
});

/** All events up to `top` in frames of 1 to 5, sometimes with a snapshot among them. */
function stream(top: number, dice: (sides: number) => number): Events[] {
  const frames: Events[] = dice(3) === 0 ? [frame(Math.max(1, top - 49), top, { reset: true, more: top > 50 })] : [];
  for (let at = 1; at <= top; at += 5) {
    frames.push(frame(at, Math.min(top, at + dice(5))));
  }
  return frames;
}

/** Lost, doubled, and out of order within a window of six. */
function disturbed(frames: readonly Events[], dice: (sides: number) => number): Events[] {
  const flying = [...frames];
  const arrived: Events[] = [];
  while (flying.length > 0) {
    const [next] = flying.splice(dice(Math.min(flying.length, 6)), 1);
    for (let copies = [0, 1, 1, 1, 2][dice(5)] ?? 0; next && copies > 0; copies--) {
      arrived.push(next);
    }
  }
  return arrived;
}

test("any loss, doubling and shuffling ends in the log, and never shows a hole on the way", () => {
  for (let seed = 1; seed <= 300; seed++) {
    const { random } = new Simulation(seed);
    const dice = (sides: number) => Math.floor(random() * sides);
    const top = 1 + dice(120);
    let log: Log = EMPTY_LOG;
    const take = (next: Events) => {
      log = receive(log, next).log;
      expect(seqs(log), `seed ${seed}`).toEqual(upTo(log.last, log.events[0]?.seq));
    };
    for (const next of disturbed(stream(top, dice), dice)) {
      take(next);
    }
    for (let rounds = 0; log.last < top && rounds <= top; rounds++) {
      const step = ask(renewed(log), top, "c1", "public");
      log = step.log;
      take(frame((step.effects[0]?.after ?? top) + 1, top));
    }
    expect(log.last, `seed ${seed}`).toBe(top);
    expect(log.ahead).toEqual([]);
    expect(log.events[0]?.seq === 1 || log.more, `seed ${seed}: the beginning is said to exist`).toBe(true);
  }
});

const changed = (seq: number, of: number, text: string): Event => ({
  ...event(seq),
  body: { type: "changed", seq: of, to: { type: "message", text } },
});
const textOf = ({ body }: Event) => (body.type === "message" ? body.text : body.type);

test("a changed message says the new words, and so does what told of an earlier change", () => {
  const log = applyEvents(applyEvents(EMPTY_LOG, frame(1, 3)), frame(4, 4, { events: [changed(4, 2, "b")] }));
  expect(log.events.map(textOf)).toEqual(["1", "b", "3", "changed"]);
  const again = applyEvents(log, frame(5, 5, { events: [changed(5, 2, "c")] }));
  expect(again.events.map(textOf)).toEqual(["1", "c", "3", "changed", "changed"]);
  expect(again.events[3]).toEqual(changed(4, 2, "c"));
  expect(again.events[0]).toBe(log.events[0]);
});

test("an older page that was read before the change says the new words too", () => {
  const log = applyEvents(
    EMPTY_LOG,
    frame(11, 12, { reset: true, more: true, events: [event(11), changed(12, 3, "b")] }),
  );
  const page = applyPage(log, { t: "page", conversation: "c1", stream: "public", more: false, events: range(1, 10) });
  expect(page.events.map(textOf)[2]).toBe("b");
});

test("a change of what is not here is kept for when it comes", () => {
  const log = applyEvents(EMPTY_LOG, frame(1, 2));
  const ahead = applyEvents(log, frame(4, 4, { events: [changed(4, 3, "b")] }));
  expect(applyEvents(ahead, frame(3, 3)).events.map(textOf)).toEqual(["1", "2", "b", "changed"]);
});
