import type { OperatorView } from "@beseda/protocol";
import { expect, test } from "vitest";
import { aConversation } from "../testing/conversations";
import { boardOf } from "./board";

const operator = (id: string, change: Partial<OperatorView> = {}): OperatorView => ({
  id,
  name: id,
  title: "",
  photo: null,
  role: "operator",
  state: "online",
  connected: true,
  load: 0,
  capacity: 4,
  lastSeenAt: null,
  why: "own",
  since: null,
  with: [],
  ...change,
});
const byId = <T extends { id: string }>(...list: T[]) => Object.fromEntries(list.map((each) => [each.id, each]));

test("people stand under their state, the busiest first", () => {
  const board = boardOf({
    operators: byId(
      operator("anna", { load: 1 }),
      operator("boris", { load: 1, capacity: 2 }),
      operator("vera", { state: "away", why: "missed" }),
      operator("gleb", { state: "off" }),
    ),
    conversations: {},
  });
  const ids = (state: keyof typeof board) => board[state].map((seat) => seat.operator.id);
  expect([ids("online"), ids("away"), ids("off")]).toEqual([["boris", "anna"], ["vera"], ["gleb"]]);
});

test("their conversations are named where I may see them, the one that waits longest first; the others are counted", () => {
  const active = (id: string, waitingSince: number | null) =>
    aConversation(id, { state: "active", owner: "anna", waitingSince });
  const board = boardOf({
    operators: byId(operator("anna", { with: ["calm", "late", "soon", "hidden"], load: 4 })),
    conversations: byId(active("calm", null), active("late", 1000), active("soon", 5000)),
  });
  const [seat] = board.online;
  expect(seat?.conversations.map(({ id }) => id)).toEqual(["late", "soon", "calm"]);
  expect(seat?.unseen).toBe(1);
});
