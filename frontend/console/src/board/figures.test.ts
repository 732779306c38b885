import type { OperatorView } from "@beseda/protocol";
import { expect, test } from "vitest";
import { aConversation } from "../testing/conversations";
import { concernOf, nowOf } from "./figures";

const minute = 60_000;
const lateness = { after: 5 * minute, warning: 2 * minute };
const now = 1_000 * minute;

const operator = (id: string, rest: Partial<OperatorView>): OperatorView => ({
  id,
  name: id,
  title: "",
  photo: null,
  role: "operator",
  state: "online",
  connected: true,
  load: 0,
  capacity: 3,
  lastSeenAt: null,
  why: "own",
  since: null,
  with: [],
  ...rest,
});

const byId = <T extends { id: string }>(all: readonly T[]) => Object.fromEntries(all.map((each) => [each.id, each]));

test("the queue is counted with its longest wait, of one site where one is chosen", () => {
  const conversations = byId([
    aConversation("1", { site: "a", state: "waiting", owner: null, waitingSince: now - 6 * minute }),
    aConversation("2", { site: "b", state: "waiting", owner: null, waitingSince: now - 4 * minute }),
    aConversation("3", { site: "b", state: "active", owner: "olga", waitingSince: now - 9 * minute }),
    aConversation("4", { site: "b", state: "active", owner: "olga", waitingSince: null }),
    aConversation("5", { site: "b", state: "closed", owner: "olga", waitingSince: null }),
  ]);
  const all = nowOf({ conversations, operators: {} }, null, lateness, now);
  expect(all).toMatchObject({ waiting: 2, longest: 6 * minute, urgency: "late", talking: 2, unanswered: 1 });
  const one = nowOf({ conversations, operators: {} }, "b", lateness, now);
  expect(one).toMatchObject({ waiting: 1, longest: 4 * minute, urgency: "soon", talking: 2 });
  expect(nowOf({ conversations: {}, operators: {} }, null, lateness, now)).toMatchObject({
    waiting: 0,
    longest: null,
    urgency: "calm",
  });
});

test("who is there stands by state and load; who is lost or off does not stand", () => {
  const operators = byId([
    operator("anna", { load: 1 }),
    operator("boris", { load: 3 }),
    operator("vera", { state: "away" }),
    operator("gleb", { connected: false }),
    operator("dina", { state: "off" }),
  ]);
  const { present, online, away, free } = nowOf({ conversations: {}, operators }, null, lateness, now);
  expect(present.map(({ id }) => id)).toEqual(["boris", "anna", "vera"]);
  expect({ online, away, free }).toEqual({ online: 2, away: 1, free: 1 });
});

test("a figure of the day stands out once it is worse than it should be", () => {
  const day = { conversations: 20, missed: 3, first_answer_median: 40_000, late: 0, score: 4.6 };
  expect(concernOf("missed", 3, day, lateness)).toBe("late");
  expect(concernOf("missed", 1, day, lateness)).toBe("soon");
  expect(concernOf("missed", 0, day, lateness)).toBe("calm");
  expect(concernOf("first_answer_median", 40_000, day, lateness)).toBe("calm");
  expect(concernOf("first_answer_median", 6 * minute, day, lateness)).toBe("late");
  expect(concernOf("score", 3.8, day, lateness)).toBe("soon");
  expect(concernOf("score", null, day, lateness)).toBe("calm");
});

test("on the board of one site stand those who serve it", () => {
  const operators = byId([operator("anna", {}), operator("boris", {}), operator("vera", { state: "away" })]);
  const one = nowOf({ conversations: {}, operators }, "a", lateness, now, new Set(["anna", "vera"]));
  expect(one.present.map(({ id }) => id)).toEqual(["anna", "vera"]);
  expect(one).toMatchObject({ online: 1, away: 1, free: 1 });
});
