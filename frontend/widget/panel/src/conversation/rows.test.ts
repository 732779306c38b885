import type { DayItem, Outgoing } from "@beseda/client";
import { expect, test } from "vitest";
import { rowsOf } from "./rows";

const anna = { id: "1", name: "Анна", title: "консультант", photo: null };
const oleg = { id: "2", name: "Олег", title: "", photo: null };
const minute = 60_000;

function message(seq: number, at: number, author: typeof anna | null): DayItem {
  return {
    kind: "message",
    key: `m${seq}`,
    at,
    mine: !author,
    author,
    text: `${seq}`,
    tick: author ? null : "shown",
    conversation: "c",
    seq,
  };
}

function unsent(state: Outgoing["state"], at: number): Outgoing {
  return {
    cid: state,
    conversation: null,
    stream: "public",
    text: state,
    at,
    state,
    late: false,
    code: null,
    params: {},
  };
}

function outgoing(state: "stored" | "sending", at: number): DayItem {
  return { kind: "outgoing", key: state, at, text: state, tick: state, item: unsent(state, at) };
}

const shape = (items: DayItem[]) =>
  rowsOf(items).map((row) => (row.kind === "group" ? row.bubbles.map(({ text }) => text).join("+") : row.kind));

test("what one person says in one breath is one group", () => {
  expect(shape([message(1, 0, anna), message(2, minute, anna), message(3, 2 * minute, null)])).toEqual(["1+2", "3"]);
});

test("another person and a silence of five minutes begin a new one", () => {
  expect(shape([message(1, 0, anna), message(2, minute, oleg), message(3, 6 * minute, oleg)])).toEqual(["1", "2", "3"]);
});

test("days and notices stand between groups, and the opening is not shown", () => {
  const notice = { kind: "notice", key: "n", at: 0, person: null, by: null, conversation: "c" } as const;
  expect(
    shape([
      { kind: "day", key: "d", at: 0 },
      { ...notice, notice: "opened" },
      message(1, 0, null),
      { ...notice, notice: "joined" },
      message(2, 1, null),
    ]),
  ).toEqual(["day", "1", "notice", "2"]);
});

test("the end of a conversation is past when something follows it", () => {
  const closed = { kind: "notice", notice: "closed", at: 0, person: null, by: "operator", conversation: "c" } as const;
  const rows = rowsOf([
    { ...closed, key: "one" },
    { ...closed, key: "two" },
  ]);
  expect(rows.map((row) => row.kind === "notice" && row.past)).toEqual([true, undefined]);
});

test("unsent messages join the visitor's own and show how far they are", () => {
  const rows = rowsOf(
    [message(1, 0, null), outgoing("stored", 1), outgoing("sending", 2)],
    [unsent("sending", 2), unsent("failed", 3)],
  );
  expect(rows.length).toBe(1);
  expect(rows[0]?.kind === "group" && rows[0].bubbles.map(({ tick }) => tick)).toEqual([
    "shown",
    "stored",
    "sending",
    null,
  ]);
});

test("an answer leads to the place of what it answers", () => {
  const question = { ...message(3, 0, null), seq: 3 } as DayItem;
  const quoted = { type: "message", text: "Есть?" } as const;
  const answer = { ...message(4, 1, anna), reply: 3, quoted } as DayItem;
  const [first, second] = rowsOf([question, answer]);
  if (first?.kind !== "group" || second?.kind !== "group") throw new Error("two groups");
  expect(first.bubbles[0]?.place).toBe("c/3");
  expect(second.bubbles[0]).toMatchObject({ reply: "c/3", quoted });
});
