import { EMPTY_CONSOLE } from "@beseda/client";
import type { Conversation } from "@beseda/protocol";
import { describe, expect, test } from "vitest";
import { aConversation } from "../testing/conversations";
import { isUnread, lastWord, matches, sectionsOf } from "./sections";

const state = (...conversations: Conversation[]) => ({
  ...EMPTY_CONSOLE,
  me: "olga",
  conversations: Object.fromEntries(conversations.map((each) => [each.id, each])),
});
const ids = (conversations: readonly Conversation[]) => conversations.map(({ id }) => id);
const active = (id: string, owner: string, waitingSince: number | null, at = 1000) =>
  aConversation(id, {
    state: "active",
    owner,
    waitingSince,
    preview: { author: { kind: "operator", id: owner }, text: "Да", at },
  });

describe("sections", () => {
  test("nobody's, mine and the colleagues' are told apart, closed ones are in none", () => {
    const found = sectionsOf(
      state(
        aConversation("a"),
        active("b", "olga", null),
        active("c", "pavel", null),
        aConversation("d", { state: "closed" }),
      ),
    );
    expect([ids(found.waiting), ids(found.mine), ids(found.others)]).toEqual([["a"], ["b"], ["c"]]);
  });

  test("the one who has waited longest is first", () => {
    const found = sectionsOf(
      state(aConversation("new", { waitingSince: 9000 }), aConversation("old", { waitingSince: 2000 })),
    );
    expect(ids(found.waiting)).toEqual(["old", "new"]);
  });

  test.each(["olga", "pavel"])(
    "of %s's, the unanswered come before the answered, and the last word is on top",
    (owner) => {
      const found = sectionsOf(
        state(
          active("early", owner, null, 1000),
          active("late", owner, null, 5000),
          active("waits", owner, 4000),
          active("longer", owner, 3000),
        ),
      );
      expect(ids([...found.mine, ...found.others])).toEqual(["longer", "waits", "late", "early"]);
    },
  );
});

test.each([
  ["the visitor spoke and nobody saw it", {}, true],
  ["it was seen", { operatorSeen: 2 }, false],
  ["the last word is ours", { preview: { author: { kind: "operator", id: "olga" }, text: "", at: 1 } }, false],
  ["nothing was said", { preview: null }, false],
  ["it is over", { state: "closed" }, false],
] as const)("when %s, unread is right", (_, change, expected) => {
  expect(isUnread(aConversation("a", change))).toBe(expected);
});

test("the last word of a closed conversation is its end", () => {
  expect(lastWord(aConversation("a", { closedAt: 7000 }))).toBe(7000);
  expect(lastWord(aConversation("a"))).toBe(1000);
  expect(lastWord(aConversation("a", { preview: null, openedAt: 500 }))).toBe(500);
});

test.each([
  ["", true],
  ["  панова ", true],
  ["MAIL.EXAMPLE", true],
  ["912", true],
  ["1042", true],
  ["олег", false],
])("searching for %j finds Ирина Панова: %j", (query, expected) => {
  const visitor = { name: "Ирина Панова", email: "panova@mail.example", phone: "+7 912 000-00-00" };
  expect(matches(aConversation("a", {}, visitor), query)).toBe(expected);
});
