import type { Outgoing, TimelineItem } from "@beseda/client";
import type { Author, EventBody } from "@beseda/protocol";
import { expect, test } from "vitest";
import { logItems } from "./logItems";

const minute = 60_000;
const day = 24 * 60 * minute;
const visitor: Author = { kind: "visitor" };
const olga: Author = { kind: "operator", id: "olga" };
const pavel: Author = { kind: "operator", id: "pavel" };
const reader = { me: "olga", unreadAfter: null, startOfDay: (at: number) => at - (at % day) };

let seq = 0;
function row(at: number, author: Author, body: EventBody): TimelineItem {
  seq += 1;
  const event = { seq, at, author, cid: `cid${seq}`, body };
  return { kind: "event", key: `cid${seq}`, at, stream: "public", event, mine: author === olga, tick: null };
}
const says = (at: number, author: Author, text = "…") => row(at, author, { type: "message", text });
const shape = (rows: TimelineItem[], more: object = {}) =>
  logItems(rows, { ...reader, ...more }).map((item) =>
    item.kind === "text" ? `${item.first ? "<" : "-"}${item.last ? ">" : "-"}` : item.kind,
  );

test("texts of one author within five minutes stand together", () => {
  expect(shape([says(0, visitor), says(minute, visitor), says(2 * minute, visitor)])).toEqual([
    "day",
    "<-",
    "--",
    "->",
  ]);
});

test("another author, five minutes or an event begin a new group", () => {
  const end: EventBody = { type: "closed", by: "operator" };
  expect(shape([says(0, visitor), says(1, olga), says(2, pavel), says(2 + 5 * minute, pavel)])).toEqual([
    "day",
    "<>",
    "<>",
    "<>",
    "<>",
  ]);
  expect(shape([says(0, olga), row(1, { kind: "system" }, end), says(2, olga)])).toEqual(["day", "<>", "system", "<>"]);
});

test("a note never joins a message of the same operator", () => {
  const note = row(1, olga, { type: "note", text: "между нами" });
  expect(shape([says(0, olga), note, says(2, olga)])).toEqual(["day", "<>", "<>", "<>"]);
});

test("each day begins with its line", () => {
  expect(shape([says(day - 1, visitor), says(day, visitor)])).toEqual(["day", "<>", "day", "<>"]);
});

test("the unread line stands before the visitor's first unseen message, once", () => {
  seq = 0;
  const rows = [says(0, visitor), says(1, olga), says(2, olga), says(3, visitor), says(4, visitor)];
  expect(shape(rows, { unreadAfter: 1 })).toEqual(["day", "<>", "<-", "->", "unread", "<-", "->"]);
});

test("what is on its way is mine and keeps its key when it arrives", () => {
  const item: Outgoing = {
    cid: "abc",
    conversation: "c1",
    stream: "internal",
    text: "заметка",
    at: 5,
    state: "sending",
    late: false,
    code: null,
    params: {},
  };
  const [, sent] = logItems(
    [{ kind: "outgoing", key: "abc", at: 5, stream: "internal", item, tick: "sending" }],
    reader,
  );
  expect(sent).toMatchObject({
    key: "abc",
    text: { author: olga, note: true, seq: null, tick: "sending", outgoing: item },
  });
});

test("answers that went by e-mail know when, and the letter itself is no line", () => {
  seq = 0;
  const rows = [says(0, visitor), says(1, olga), says(2, olga), says(3, olga)];
  const letter = row(9, { kind: "system" }, { type: "mailed", to: "vera@example.net", first: 2, last: 3 });
  const texts = logItems([...rows, letter], reader).flatMap((item) => (item.kind === "text" ? [item.text] : []));
  expect(texts.map(({ mailed }) => mailed?.at)).toEqual([undefined, 9, 9, undefined]);
  expect(texts[1]?.mailed?.to).toBe("vera@example.net");
  expect(shape([says(0, olga), letter])).toEqual(["day", "<>"]);
});
