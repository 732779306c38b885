import { expect, test } from "vitest";
import type { Condition, InvitationRule, Showing } from "../rest/types";
import { excludedOf, troubleOf } from "./contradictions";

const standard: InvitationRule = {
  id: "",
  name: "",
  enabled: true,
  all: true,
  conditions: [],
  text: {},
  operator: null,
  perVisit: 1,
  perDay: 3,
  afterRefusal: 1440,
  afterConversation: 60,
};

const rule = (conditions: Condition[], more: Partial<InvitationRule> = {}): InvitationRule => ({
  ...standard,
  conditions,
  ...more,
});
const alone = (...conditions: Condition[]) => troubleOf([rule(conditions)], 0)?.kind ?? null;

const onPage = (seconds: number): Condition => ({ kind: "onPage", seconds });
const pages = (...patterns: string[]): Condition => ({ kind: "page", patterns, not: false });
const notPages = (...patterns: string[]): Condition => ({ kind: "page", patterns, not: true });
const hours = (days: ("mon" | "tue" | "sun")[], from: number, to: number): Condition => ({
  kind: "hours",
  schedule: { days, from: from * 60, to: to * 60 },
});
const russia = { country: "RU", region: null, city: null };
const perm = { country: "RU", region: "Пермский край", city: "Пермь" };

test("conditions nothing can satisfy together are found", () => {
  expect(alone({ kind: "returning", returning: false }, { kind: "visits", least: 2, most: null })).toBe("impossible");
  expect(alone({ kind: "visits", least: 1, most: 2 }, { kind: "visits", least: 3, most: 5 })).toBe("impossible");
  expect(alone(pages("/cart"), notPages("/Cart", "/pay"))).toBe("impossible");
  expect(alone(pages("/cart"), notPages("*"))).toBe("impossible");
  expect(alone({ kind: "place", places: [perm], not: false }, { kind: "place", places: [russia], not: true })).toBe(
    "impossible",
  );
  expect(alone({ kind: "language", languages: ["ru"] }, { kind: "language", languages: ["uk", "en"] })).toBe(
    "impossible",
  );
  expect(alone({ kind: "device", devices: ["phone"] }, { kind: "device", devices: ["desktop"] })).toBe("impossible");
  expect(alone({ kind: "source", sources: ["direct"] }, { kind: "source", sources: ["yandex."] })).toBe("impossible");
  expect(alone(hours(["mon"], 9, 12), hours(["mon"], 12, 18))).toBe("impossible");
  expect(
    alone(
      { kind: "value", name: "cart", test: "is", text: "1" },
      { kind: "value", name: "cart", test: "least", text: "2" },
    ),
  ).toBe("impossible");
});

test("what may hold together is let be", () => {
  expect(alone()).toBeNull();
  expect(
    alone(onPage(60), { kind: "returning", returning: true }, { kind: "visits", least: 2, most: null }),
  ).toBeNull();
  expect(alone(pages("/cart", "/catalog/*"), notPages("/cart"))).toBeNull();
  expect(
    alone({ kind: "place", places: [russia], not: false }, { kind: "place", places: [perm], not: true }),
  ).toBeNull();
  expect(alone({ kind: "language", languages: ["pt"] }, { kind: "language", languages: ["pt-BR"] })).toBeNull();
  expect(alone(hours(["sun"], 22, 2), hours(["mon"], 0, 3))).toBeNull();
  const either = rule([pages("/cart"), notPages("/cart")], { all: false });
  expect(troubleOf([either], 0)).toBeNull();
});

test("of two rules with the same conditions the one above speaks, unless its limits are tighter", () => {
  const rules = [rule([onPage(60), pages("/cart")]), rule([pages("/cart"), onPage(60)], { text: { ru: "Иначе" } })];
  expect(troubleOf(rules, 0)).toBeNull();
  expect(troubleOf(rules, 1)).toEqual({ kind: "same", by: 0 });
  const [above, below] = rules as [InvitationRule, InvitationRule];
  expect(troubleOf([above, { ...below, perVisit: 2 }], 1)).toBeNull();
  expect(troubleOf([{ ...above, enabled: false }, below], 1)).toBeNull();
  expect(troubleOf([above, { ...below, enabled: false }], 1)).toBeNull();
});

test("a rule above that asks for less leaves nothing to the one below", () => {
  expect(troubleOf([rule([]), rule([onPage(30)])], 1)).toEqual({ kind: "shadowed", by: 0 });
  expect(troubleOf([rule([pages("/a", "/b")]), rule([pages("/a"), onPage(5)])], 1)).toEqual({
    kind: "shadowed",
    by: 0,
  });
  expect(troubleOf([rule([pages("/a")]), rule([pages("/a", "/b")])], 1)).toBeNull();
  const either = rule([pages("/a"), { kind: "returning", returning: true }], { all: false });
  expect(troubleOf([either, rule([{ kind: "visits", least: 3, most: 3 }])], 1)).toEqual({ kind: "shadowed", by: 0 });
  expect(troubleOf([rule([pages("/a")]), either], 1)).toBeNull();
  expect(troubleOf([rule([{ kind: "onSite", seconds: 60 }]), rule([onPage(90)])], 1)).toMatchObject({ by: 0 });
});

test("a rule that can never speak is in nobody's way", () => {
  const never = rule([pages("/a"), notPages("/a")]);
  expect(troubleOf([never, rule([pages("/a"), notPages("/a"), onPage(5)], { all: false })], 1)).toBeNull();
});

test("a rule that waits longer is outrun by any quicker one while a visit allows one invitation", () => {
  const slow = rule([onPage(300)]);
  const quick = rule([onPage(60)]);
  expect(troubleOf([slow, quick], 0)).toEqual({ kind: "outrun", by: 1 });
  expect(troubleOf([slow, quick], 1)).toBeNull();
  expect(
    troubleOf(
      [
        { ...slow, perVisit: 2 },
        { ...quick, perVisit: 2 },
      ],
      0,
    ),
  ).toBeNull();
  expect(troubleOf([slow, rule([onPage(60), pages("/cart")])], 0)).toBeNull();
});

test("a day that allows less than a visit is said", () => {
  expect(troubleOf([rule([onPage(60)], { perVisit: 3, perDay: 2 })], 0)).toEqual({ kind: "perDay" });
});

test("what is shown and excluded at once is excluded", () => {
  const showing = {
    pages: ["/cart", "/catalog/*"],
    notPages: ["/cart"],
    places: [perm],
    notPlaces: [russia],
  } as unknown as Showing;
  expect(excludedOf(showing)).toEqual({ pages: ["/cart"], places: [perm] });
  expect(excludedOf({ ...showing, notPages: [], notPlaces: [{ ...russia, country: "UA" }] })).toEqual({
    pages: [],
    places: [],
  });
});
