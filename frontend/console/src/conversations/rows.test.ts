import { expect, test } from "vitest";
import { aConversation } from "../testing/conversations";
import { type Closed, inOrder, neighbour, rowsOf, type SectionName } from "./rows";

const nothing: Closed = { conversations: [], state: "all" };
const none = { waiting: [], mine: [], others: [] };
const folded = (...names: SectionName[]) => new Set(names);
const keys = (rows: readonly { key: string }[]) => rows.map(({ key }) => key);

test("an idle shop still says that nobody waits and that I have nothing", () => {
  expect(keys(rowsOf(none, nothing, folded(), ""))).toEqual([
    "section waiting",
    "empty waiting",
    "section mine",
    "empty mine",
  ]);
});

test("a section shows its conversations and how many they are", () => {
  const rows = rowsOf({ ...none, waiting: [aConversation("a"), aConversation("b")] }, nothing, folded(), "");
  expect(rows[0]).toMatchObject({ kind: "section", section: "waiting", count: 2, folded: false });
  expect(keys(rows).slice(1, 3)).toEqual(["a", "b"]);
});

test("a folded section shows its head only", () => {
  const rows = rowsOf({ ...none, waiting: [aConversation("a")] }, nothing, folded("waiting"), "");
  expect(keys(rows)).toEqual(["section waiting", "section mine", "empty mine"]);
});

test("a search looks into folded sections and leaves the empty ones out", () => {
  const sections = {
    ...none,
    waiting: [aConversation("a", {}, { name: "Анна" })],
    mine: [aConversation("b", {}, { name: "Олег" })],
  };
  expect(keys(rowsOf(sections, nothing, folded("waiting"), "анна"))).toEqual(["section waiting", "a"]);
});

test("closed ones end with a row that asks for more, until all are here", () => {
  const closed = { conversations: [aConversation("z", { state: "closed" })], state: "idle" } as const;
  expect(keys(rowsOf(none, closed, folded(), "")).slice(-3)).toEqual(["section closed", "z", "more"]);
  expect(keys(rowsOf(none, { ...closed, state: "all" }, folded(), "")).slice(-2)).toEqual(["section closed", "z"]);
});

test("closed ones stand once each, the last opened on top, without those that went out of my sight", () => {
  const closed = (id: string, openedAt: number) => aConversation(id, { state: "closed", openedAt });
  const told = [closed("b", 2), closed("d", 4)];
  const found = inOrder([...told, closed("d", 4), closed("c", 3), closed("a", 1)], ["c"]);
  expect(found.map(({ id }) => id)).toEqual(["d", "b", "a"]);
});

test("one that is still in the open list is not shown twice", () => {
  const closed = { conversations: [aConversation("a", { state: "closed" })], state: "all" } as const;
  const rows = rowsOf({ ...none, mine: [aConversation("a")] }, closed, folded(), "");
  expect(keys(rows).filter((key) => key === "a")).toHaveLength(1);
});

test("the cursor walks over conversations only and stops at both ends", () => {
  const rows = rowsOf({ ...none, waiting: [aConversation("a")], mine: [aConversation("b")] }, nothing, folded(), "");
  expect(neighbour(rows, "a", 1)).toBe("b");
  expect(neighbour(rows, "b", 1)).toBe("b");
  expect(neighbour(rows, "a", -1)).toBe("a");
  expect(neighbour(rows, null, 1)).toBe("a");
  expect(neighbour(rows, "gone", -1)).toBe("b");
  expect(neighbour([], null, 1)).toBeNull();
});
