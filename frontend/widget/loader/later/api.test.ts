import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Lent, News, Rules } from "../lent";
import { api } from "./api";

const warned = vi.fn();
const said: unknown[] = [];
let state: { open: boolean; count: number; ready: boolean };
let online: boolean;
let rules: Rules;
let lent: Lent;
let run: () => void;

beforeEach(() => {
  vi.spyOn(console, "warn").mockImplementation(warned);
  warned.mockClear();
  said.length = 0;
  [state, online, rules] = [{ open: false, count: 0, ready: true }, true, {}];
  const place = document.createElement("div");
  place.append(Object.assign(document.createElement("button"), { className: "toggle" }));
  const send = (frame: unknown) => {
    if (online) said.push(frame);
    return online;
  };
  lent = {
    calls: [],
    place,
    now: () => state,
    open(open) {
      state = { ...state, open };
      hear({ t: "shown", open });
    },
    shutdown: () => said.push("shutdown"),
    rule(now) {
      rules = now;
    },
    send,
    ask: send,
    tell: (message) => said.push(message),
  };
  run = api(lent);
});

afterEach(() => vi.restoreAllMocks());

const hear = (news: News) => lent.hear?.(news);
const welcome = { t: "welcome" } as News;

function beseda(...call: unknown[]): void {
  lent.calls.push(call);
  run();
}

const warnings = () => warned.mock.calls.map(([text]) => String(text));

test("the window is opened, collapsed, and opened again by what hid it", () => {
  beseda("open");
  expect(state.open).toBe(true);
  beseda("toggle");
  expect(state.open).toBe(false);
  beseda("hide");
  expect(rules).toEqual({ show: false });
  beseda("open");
  expect([state.open, rules]).toEqual([true, {}]);
  beseda("hide");
  expect(state.open).toBe(false);
});

test("what is said while there is no line is said once there is one, each once and in order", () => {
  online = false;
  beseda("goal", "order", 1200);
  beseda("setField", "Заказ", 17);
  beseda("invite", "Помочь?");
  expect(said).toEqual([]);
  online = true;
  hear(welcome);
  hear(welcome);
  expect(said).toEqual([
    { t: "goal", name: "order", value: 1200 },
    { t: "identify", client: '{"fields":{"Заказ":17}}' },
    { t: "askInvitation", text: "Помочь?" },
  ]);
});

test("values are told on every line, a client once, and again only when the server forgot another one", () => {
  beseda("set", { cart: 3 });
  beseda("identify", { id: "C-18" });
  const values = { t: "values", values: '{"cart":3}' };
  const client = { t: "identify", client: '{"id":"C-18"}' };
  expect(said.splice(0)).toEqual([values, client]);
  hear({ t: "alive" });
  expect(said.splice(0)).toEqual([values]);
  hear({ t: "unidentified", code: "another" });
  expect(said).toEqual([]);
  hear({ t: "alive" });
  expect(said.splice(0)).toEqual([values, client]);
  hear({ t: "unidentified", code: "signature" });
  expect(warnings()).toEqual(["Beseda: identify: signature"]);
  beseda("logout");
  expect(said).toEqual([{ t: "identify", client: null }]);
});

test("a message opens the window and goes to it", () => {
  beseda("sendMessage", "Когда привезут?");
  expect(state.open).toBe(true);
  expect(said).toEqual([{ t: "write", text: "Когда привезут?" }]);
});

test("rules of the page are laid over those of the site until null takes them back", () => {
  beseda("setRules", { invitations: false, sound: false, button: false });
  expect(rules).toEqual({ invites: false, sound: false });
  expect(lent.place.querySelector("button")?.style.display).toBe("none");
  beseda("setRules", { sound: null, opening: true, button: null });
  expect(rules).toEqual({ invites: false, opens: true });
  expect(lent.place.querySelector("button")?.style.display).toBe("");
});

test("who listens is told: ready at once, the others when they happen, and no more after off", () => {
  const heard: unknown[] = [];
  const note = (event: string) => (detail: unknown) => void heard.push([event, detail]);
  const message = note("message");
  for (const event of ["ready", "open", "close", "unread", "operator", "ended"]) beseda("on", event, note(event));
  beseda("on", "message", message);
  beseda("open");
  beseda("close");
  state = { ...state, count: 2 };
  hear({ t: "unread", count: 2 });
  hear({ t: "event", event: { name: "message", from: "operator" } });
  beseda("off", "message", message);
  beseda("off", "ended");
  hear({ t: "event", event: { name: "message", from: "visitor" } });
  hear({ t: "event", event: { name: "ended", by: "visitor" } });
  hear({ t: "event", event: { name: "operator", operator: { name: "Ольга", title: "" } } });
  expect(heard).toEqual([
    ["ready", undefined],
    ["open", undefined],
    ["close", undefined],
    ["unread", { count: 2 }],
    ["message", { from: "operator" }],
    ["operator", { operator: { name: "Ольга", title: "" } }],
  ]);
});

test("who listens before the button is there is told when it is", () => {
  state.ready = false;
  const ready = vi.fn();
  beseda("on", "ready", ready);
  expect(ready).not.toHaveBeenCalled();
  state.ready = true;
  hear(welcome);
  hear(welcome);
  expect(ready).toHaveBeenCalledOnce();
});

test("a listener that fails stops neither us nor the others", async () => {
  const other = vi.fn();
  beseda("on", "open", () => {
    throw new Error("oops");
  });
  beseda("on", "open", () => Promise.reject(new Error("later")));
  beseda("on", "open", other);
  beseda("open");
  expect(other).toHaveBeenCalledOnce();
  await vi.waitFor(() => expect(warnings().join()).toMatch(/"open" failed: Error: oops.*"open" failed: Error: later/));
});

const cyclic: Record<string, unknown> = {};
cyclic.self = cyclic;

test.each([
  [["opne"], /there is no "opne": expected one of open, close/],
  [[], /there is no undefined/],
  [[Symbol("s")], /Beseda: /],
  [["constructor"], /there is no "constructor"/],
  [["__proto__"], /there is no "__proto__"/],
  [["sendMessage"], /text has to be a text of 1 to 4000 characters, not undefined/],
  [["sendMessage", "  "], /not " {2}"/],
  [["sendMessage", "x".repeat(4001)], /not "x{40}…"/],
  [["setVisitor", { nmae: "Анна" }], /visitor has no "nmae": expected some of name, email, phone, company, fields/],
  [["setVisitor", { name: 5 }], /visitor\.name has to be a text of 1 to 200 characters, not 5/],
  [["setVisitor", {}], /an object with some of name/],
  [
    ["setVisitor", { fields: { deep: {} } }],
    /visitor\.fields\.deep has to be a text, a number, true or false, not an object/,
  ],
  [["setField", "Заказ"], /value has to be/],
  [["set", cyclic], /values\.self has to be/],
  [["set", [1]], /not a list/],
  [["identify", { id: "" }], /client has to be an object with token or id/],
  [["goal", "order", "1200"], /value has to be a number or left out, not "1200"/],
  [["goal", "order", Number.NaN], /not NaN/],
  [["invite", "x".repeat(301)], /1 to 300/],
  [["setRules", { sound: "yes" }], /rules\.sound has to be true or false, not "yes"/],
  [["setRules", { show: false }], /rules has no "show"/],
  [["on", "opened", () => {}], /event has to be one of ready, open/],
  [["on", "open", "f"], /listener has to be a function, not "f"/],
])("%j is told on the page's console and does nothing", (call, expected) => {
  beseda(...call);
  expect(warnings().join()).toMatch(expected);
  expect([said, rules, state.open]).toEqual([[], {}, false]);
});

test("what is no call at all, or bites when it is touched, is survived", () => {
  const biting = new Proxy(
    {},
    {
      get() {
        throw new Error("bites");
      },
    },
  );
  lent.calls.push(null, 42, biting, ["setVisitor", biting], ["open"]);
  expect(run).not.toThrow();
  expect(state.open).toBe(true);
});

test("after a shutdown nothing is done", () => {
  beseda("shutdown");
  beseda("open");
  expect([said, state.open]).toEqual([["shutdown"], false]);
  expect(warnings()).toEqual(["Beseda: open: everything was shut down on this page."]);
});

test("a form of requests is opened by its kind, also where our own button does not show", () => {
  beseda("request", 7);
  expect([state.open, rules.show, said.at(-1)]).toEqual([true, true, { t: "request", kind: "7" }]);
  beseda("request");
  expect(said.at(-1)).toEqual({ t: "request", kind: "" });
  beseda("request", { kind: 7 });
  expect(warnings()).toHaveLength(1);
});
