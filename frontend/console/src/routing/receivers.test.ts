import type { OperatorView } from "@beseda/protocol";
import { expect, test } from "vitest";
import { choiceOf, receiverOf, receiversOf } from "./receivers";

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
const people = [
  operator("olga"),
  operator("busy", { load: 3 }),
  operator("free", { title: "Доставка" }),
  operator("gone", { connected: false }),
  operator("away", { state: "away" }),
];
const state = {
  me: "olga",
  operators: Object.fromEntries(people.map((each) => [each.id, each])),
  departments: [
    { id: "d1", name: "Доставка и возврат", sites: [] },
    { id: "d2", name: "Опт", sites: ["wholesale"] },
  ],
};
const idsOf = (query: string, site = "retail") => {
  const { online, departments, absent } = receiversOf(state, site, query);
  return [online, departments, absent].map((list) => list.map(({ id }) => id));
};

test("the freest colleague stands first, I am not among them, and who isn't there stands last", () => {
  expect(idsOf("")).toEqual([["free", "busy"], ["d1"], ["away", "gone"]]);
});

test("a department receives what is asked on its sites", () => {
  expect(idsOf("опт")).toEqual([[], [], []]);
  expect(idsOf("опт", "wholesale")).toEqual([[], ["d2"], []]);
});

test("names, titles and departments are found by a part of them", () => {
  expect(idsOf("ДОСТАВ")).toEqual([["free"], ["d1"], []]);
  expect(idsOf("nobody")).toEqual([[], [], []]);
});

test("a choice leads back to the receiver", () => {
  for (const receiver of [{ operator: "12" }, { department: "7" }])
    expect(receiverOf(choiceOf(receiver))).toEqual(receiver);
});
