import type {
  Conversation,
  Event,
  EventBody,
  OperatorWelcome,
  SomebodyTyping,
  ToVisitor,
  VisitorConversation,
} from "@beseda/protocol";
import { expect, test } from "vitest";
import type { Outgoing } from "../outbox/types";
import { EMPTY_CONSOLE, reduceConsole } from "./console";
import { currentThread, type DayItem, dayView } from "./day";
import { EMPTY_LOG } from "./log";
import { timeline } from "./timeline";
import type { VisitorState } from "./types";
import { EMPTY_VISITOR, reduceVisitor } from "./visitor";

const A = "a";
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Days of 24 hours from zero, so that the test does not depend on the machine's zone. */
const dayOf = (at: number) => Math.floor(at / DAY) * DAY;

const header = (id: string, change: Partial<VisitorConversation> = {}): VisitorConversation => ({
  id,
  state: "active",
  openedAt: 10 * DAY,
  closedAt: null,
  operator: null,
  operatorSeen: 0,
  visitorSeen: 0,
  transfer: null,
  ...change,
});
const olga = { id: "olga", name: "Ольга", title: "", photo: null };
const event = (
  seq: number,
  at: number,
  author: Event["author"],
  body: EventBody,
  cid: string | null = null,
): Event => ({
  seq,
  at,
  author,
  cid,
  body,
});
const visitor = { kind: "visitor" } as const;
const operator = { kind: "operator", id: "olga" } as const;
const message = (text: string) => ({ type: "message", text }) as const;
const events = (conversation: string, ...list: Event[]): ToVisitor => ({
  t: "events",
  conversation,
  stream: "public",
  reset: false,
  more: false,
  top: list.length,
  events: list,
});
const outgoing = (cid: string, change: Partial<Outgoing> = {}): Outgoing => ({
  cid,
  conversation: null,
  stream: "public",
  text: cid,
  at: 10 * DAY + 9 * HOUR,
  state: "sending",
  late: false,
  code: null,
  params: {},
  ...change,
});
const run = (...frames: ToVisitor[]): VisitorState =>
  frames.reduce((state, frame) => reduceVisitor(state, frame, 0).state, { ...EMPTY_VISITOR, dayStart: 10 * DAY });

function shortOf(row: DayItem): string {
  switch (row.kind) {
    case "day":
      return `day ${row.at / DAY}`;
    case "message":
      return `${row.author?.name ?? (row.mine ? "я" : "?")}: ${row.text} ${row.tick ?? ""}`.trim();
    case "outgoing":
      return `… ${row.text}`;
    case "notice":
      return row.notice;
  }
}

test("the visitor's view joins today's conversations, marks days and keeps unsent texts at the bottom", () => {
  const state = run(
    { t: "conversation", conversation: header("old", { state: "closed", openedAt: 8 * DAY, closedAt: 9 * DAY }) },
    events("old", event(1, 8 * DAY, visitor, message("забыто"))),
    { t: "conversation", conversation: header("b", { openedAt: 10 * DAY + 8 * HOUR }) },
    events("b", event(1, 10 * DAY + 8 * HOUR, visitor, message("второе"), "cid-b")),
    {
      t: "conversation",
      conversation: header("a", { openedAt: 9 * DAY, operatorSeen: 2, state: "closed", closedAt: 10 * DAY }),
    },
    events(
      "a",
      event(1, 9 * DAY, { kind: "system" }, { type: "joined", operator: olga }),
      event(2, 9 * DAY + HOUR, visitor, message("первое")),
      event(3, 10 * DAY, operator, message("ответ")),
      event(4, 10 * DAY, { kind: "system" }, { type: "closed", by: "operator" }),
    ),
  );
  const rows = dayView({ ...state, outgoing: [outgoing("ждёт"), outgoing("отказано", { state: "failed" })] }, dayOf);
  const short = rows.map(shortOf);
  expect(short).toEqual([
    "day 9",
    "joined",
    "я: первое shown",
    "day 10",
    "Ольга: ответ",
    "closed",
    "я: второе stored",
    "… ждёт",
  ]);
  expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
  expect(currentThread(state)?.header.id).toBe("b");
});

test("a message keeps its key from the outbox to the log", () => {
  const before = dayView({ ...run(), outgoing: [outgoing("cid-1")] }, dayOf).at(-1);
  const state = run(
    { t: "conversation", conversation: header("a") },
    events("a", event(1, 10 * DAY, visitor, message("cid-1"), "cid-1")),
  );
  expect(dayView({ ...state, outgoing: [] }, dayOf).at(-1)?.key).toBe(before?.key);
});

test("marks never fall, whatever an older header says", () => {
  const state = run(
    { t: "conversation", conversation: header("a") },
    { t: "seen", conversation: "a", side: "operator", seq: 5 },
    { t: "seen", conversation: "a", side: "operator", seq: 3 },
    { t: "conversation", conversation: header("a", { operatorSeen: 4 }) },
  );
  expect(state.threads[A]?.header.operatorSeen).toBe(5);
});

test("events of a conversation nobody told about change nothing", () => {
  const state = run();
  expect(reduceVisitor(state, events("x", event(1, 0, visitor, message("?"))), 0)).toEqual({ state, effects: [] });
  expect(reduceVisitor(state, { t: "beat", now: 0, tops: [] }, 0).state).toBe(state);
});

test("typing off and a message both end it", () => {
  const typing = (on: boolean): SomebodyTyping => ({
    t: "typing",
    conversation: "a",
    side: "operator",
    person: "olga",
    on,
  });
  const on = run({ t: "conversation", conversation: header("a") }, typing(true));
  expect(on.threads[A]?.typists).toHaveLength(1);
  expect(reduceVisitor(on, typing(false), 0).state.threads[A]?.typists).toEqual([]);
  const wrote = events("a", event(1, 0, operator, message("вот")));
  expect(reduceVisitor(on, wrote, 0).state.threads[A]?.typists).toEqual([]);
});

test("the operator's view merges both streams by time without changing either's order", () => {
  const publicLog = [
    event(1, 10, visitor, message("p1")),
    event(2, 40, operator, message("p2")),
    event(3, 30, visitor, message("p3")),
  ];
  const internalLog = [
    event(1, 20, operator, { type: "note", text: "n1" }),
    event(2, 50, operator, { type: "note", text: "n2" }),
  ];
  const log = (list: Event[]) => ({ ...EMPTY_LOG, events: list, last: list.length });
  const state = {
    ...EMPTY_CONSOLE,
    me: "olga",
    threads: { a: { public: log(publicLog), internal: log(internalLog) } },
    outgoing: [outgoing("o1", { conversation: "a" }), outgoing("чужое", { conversation: "b" })],
  };
  const texts = timeline(state, "a").map((row) =>
    row.kind === "event" && "text" in row.event.body ? row.event.body.text : row.key,
  );
  expect(texts).toEqual(["p1", "n1", "p2", "p3", "n2", "o1"]);
});

test("what ended is kept while it is mine to see, and each once", () => {
  const head = { id: "a", state: "closed", publicTop: 1, internalTop: 0, visitorSeen: 0, operatorSeen: 0, owner: null };
  const frame = { t: "conversation", conversation: head as Conversation } as const;
  const once = reduceConsole(EMPTY_CONSOLE, frame, 0).state;
  const twice = reduceConsole(once, frame, 0).state;
  expect(twice.closed.map(({ id }) => id)).toEqual(["a"]);
  expect(twice.conversations).toEqual({});
  expect(reduceConsole(twice, { t: "conversation_gone", conversation: "a" }, 0).state.closed).toEqual([]);
});

test("what a visitor thinks of a conversation is kept while it is followed", () => {
  const frame = { t: "rating", conversation: "a", score: 1, scale: "thumbs", comment: "Долго" } as const;
  const followed = { ...EMPTY_CONSOLE, threads: { a: { public: EMPTY_LOG, internal: EMPTY_LOG } } };
  expect(reduceConsole(followed, frame, 0).state.threads.a?.rating).toEqual({
    score: 1,
    scale: "thumbs",
    comment: "Долго",
  });
  expect(reduceConsole(EMPTY_CONSOLE, frame, 0).state).toBe(EMPTY_CONSOLE);
});

const welcome: OperatorWelcome = {
  t: "welcome",
  protocol: 1,
  epoch: "e",
  now: 0,
  me: "olga",
  company: "",
  operators: [],
  sites: [],
  departments: [],
  tags: [],
};

test("ready answers are read anew when they changed, and after every welcome, which may have missed it", () => {
  const told = reduceConsole(EMPTY_CONSOLE, { t: "answers_changed" }, 0).state;
  expect(told.answers).not.toBe(EMPTY_CONSOLE.answers);
  const { state } = reduceConsole(told, welcome, 0);
  expect(state.answers).not.toBe(told.answers);
});

test("requests are read anew when one is told of and after every welcome; what was said of them is kept", () => {
  const news = {
    t: "request",
    id: "7",
    why: "arrived",
    kind: "1",
    nature: "call",
    site: "site",
    state: "open",
    owner: null,
    name: "Иван",
    at: null,
    dueAt: 0,
    yours: true,
  } as const;
  const told = reduceConsole(EMPTY_CONSOLE, news, 0).state;
  expect(told.requests).toEqual({ changes: 1, told: [news] });
  const many = Array.from({ length: 60 }).reduce<typeof told>((state) => reduceConsole(state, news, 0).state, told);
  expect(many.requests.told).toHaveLength(50);
  const { state } = reduceConsole(told, welcome, 0);
  expect(state.requests).toEqual({ changes: 2, told: [news] });
});
