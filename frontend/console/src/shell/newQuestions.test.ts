import { EMPTY_CONSOLE } from "@beseda/client";
import type { Conversation } from "@beseda/protocol";
import { expect, test } from "vitest";
import { aConversation } from "../testing/conversations";
import { newsBetween } from "./newQuestions";

const state = (...conversations: Conversation[]) => ({
  ...EMPTY_CONSOLE,
  me: "olga",
  conversations: Object.fromEntries(conversations.map((each) => [each.id, each])),
});
const kinds = (before: Conversation[], next: Conversation[]) =>
  newsBetween(state(...before), state(...next)).map(({ kind, conversation }) => `${kind} ${conversation.id}`);
const mine = (at: number, by: "visitor" | "operator" = "visitor") =>
  aConversation("m", {
    state: "active",
    owner: "olga",
    preview: { author: by === "visitor" ? { kind: "visitor" } : { kind: "operator", id: "olga" }, text: "", at },
  });

test("the first look and a reload ring for nothing", () => {
  expect(newsBetween(null, state(aConversation("a")))).toEqual([]);
  expect(newsBetween({ ...state(), me: null }, state(aConversation("a")))).toEqual([]);
});

test("a new question rings once", () => {
  expect(kinds([], [aConversation("a")])).toEqual(["question a"]);
  expect(kinds([aConversation("a")], [aConversation("a", { publicTop: 3 })])).toEqual([]);
});

test("one that is offered to somebody is the card's business, and does not ring when it is back in the queue", () => {
  const offered = aConversation("a", { state: "offered", offer: { to: "pavel", until: 2000 } });
  expect(kinds([], [offered])).toEqual([]);
  expect(kinds([offered], [aConversation("a")])).toEqual([]);
});

test("one that a colleague returned rings, one that I returned does not", () => {
  const of = (owner: string) => [aConversation("a", { state: "active", owner })];
  expect(kinds(of("pavel"), [aConversation("a")])).toEqual(["question a"]);
  expect(kinds(of("olga"), [aConversation("a")])).toEqual([]);
});

test("my client's words ring, mine don't", () => {
  expect(kinds([mine(1)], [mine(2)])).toEqual(["message m"]);
  expect(kinds([mine(1)], [mine(2, "operator")])).toEqual([]);
  expect(kinds([mine(1)], [mine(1)])).toEqual([]);
});
