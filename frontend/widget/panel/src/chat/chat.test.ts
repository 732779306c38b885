import { browserEnvironment } from "@beseda/client";
import { FakeServer } from "@beseda/client/testing";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { ToLoader, ToPanel } from "../../../shared/port";
import type { Embedding } from "../embedding/embedding";
import { type Chat, startChat } from "./chat";

const said: ToLoader[] = [];
let tell: (message: ToPanel) => void = () => {};
let server: FakeServer;
let chat: Chat;

/** The loader's end: what it was told, and a way to tell. */
const embedding: Embedding = {
  start: {
    t: "start",
    kept: { visit: null },
    page: { url: "https://shop.example/", title: "Лейки", referrer: "" },
    language: "ru",
    open: true,
    focus: false,
  },
  say: (message) => said.push(message),
  listen: (heard) => {
    tell = heard;
  },
};

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  localStorage.clear();
  said.length = 0;
  server = new FakeServer(browserEnvironment());
  chat = startChat(embedding, "KEY", server.environment(browserEnvironment()));
  await vi.advanceTimersByTimeAsync(50);
});

afterEach(() => {
  chat.client.stop();
  vi.useRealTimers();
});

const counts = () => said.flatMap((message) => (message.t === "unread" ? [message.count] : []));
const chimes = () => said.filter(({ t }) => t === "chime").length;

/** The visitor asks, Olga takes the question. */
async function conversation() {
  chat.client.send("Есть лейки?");
  await vi.advanceTimersByTimeAsync(50);
  const [asked] = server.store.conversations.values();
  if (!asked) throw new Error("the message did not come");
  server.take(asked, "olga");
  return asked;
}

test("the loader is told once that the panel lives, what to keep and how it looks", () => {
  const kept = Object.assign({}, ...said.flatMap((message) => (message.t === "keep" ? [message.part] : [])));
  expect(said.filter(({ t }) => t === "alive").length).toBe(1);
  expect(kept).toMatchObject({ site: { name: server.site.name }, sound: null, language: null });
  expect(kept.visit).toBe(chat.client.getState().visit);
});

test("an answer to a hidden window counts and rings; opening it ends the count", async () => {
  const asked = await conversation();
  tell({ t: "open", open: false, focus: false });
  server.say(asked, "olga", "Есть");
  server.say(asked, "olga", "На девять литров");
  await vi.advanceTimersByTimeAsync(50);
  expect(counts().at(-1)).toBe(2);
  expect(chimes()).toBeGreaterThan(0);
  tell({ t: "open", open: true, focus: true });
  expect(counts().at(-1)).toBe(0);
  // The server does not know yet that it was seen.
  tell({ t: "open", open: false, focus: true });
  expect(counts().at(-1)).toBe(0);
  server.say(asked, "olga", "И на двенадцать");
  await vi.advanceTimersByTimeAsync(50);
  expect(counts().at(-1)).toBe(1);
});

test("an answer that is being looked at neither counts nor rings", async () => {
  const asked = await conversation();
  server.say(asked, "olga", "Есть");
  await vi.advanceTimersByTimeAsync(50);
  expect([counts(), chimes()]).toEqual([[], 0]);
});

test("a muted window counts in silence, and the choice outlives it", async () => {
  const asked = await conversation();
  chat.choose({ sound: false });
  tell({ t: "open", open: false, focus: false });
  server.say(asked, "olga", "Есть");
  await vi.advanceTimersByTimeAsync(50);
  expect([counts().at(-1), chimes()]).toEqual([1, 0]);
  expect(said).toContainEqual({
    t: "keep",
    part: { sound: false, language: null, department: null, cityAsked: false },
  });
  expect(chat.notebook.choices()).toEqual({ sound: false, language: null, department: null, cityAsked: false });
});

test("what the site says of the visitor is said again on the next line", async () => {
  const cart = '{"cart":1200}';
  tell({ t: "values", values: cart });
  await vi.advanceTimersByTimeAsync(50);
  expect(server.values).toEqual([cart]);
  server.network.cut();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(server.values).toEqual([cart, cart]);
});

test("the page speaks for the visitor, its script learns what happens but no word of it", async () => {
  tell({ t: "write", text: "Есть лейки?" });
  tell({ t: "goal", name: "order", value: 1200 });
  await vi.advanceTimersByTimeAsync(50);
  const [asked] = server.store.conversations.values();
  if (!asked) throw new Error("the message did not come");
  server.take(asked, "olga");
  server.say(asked, "olga", "Есть");
  server.finish(asked, "operator");
  await vi.advanceTimersByTimeAsync(50);
  const told = said.flatMap((message) => (message.t === "event" ? [message.event] : []));
  expect(told).toEqual([
    { name: "message", from: "visitor" },
    { name: "operator", operator: { name: expect.any(String), title: expect.any(String) } },
    { name: "message", from: "operator" },
    { name: "ended", by: "operator" },
  ]);
  expect(JSON.stringify(told)).not.toMatch(/лейки|"Есть/);
  expect(server.goals).toEqual([{ t: "goal", name: "order", value: 1200 }]);
});

test("words of the page that cannot be sent yet stand in the field, and wait for the line", async () => {
  server.site = { ...server.site, online: false, form: true };
  server.network.cut();
  while (chat.client.getState().line.kind === "live") await vi.advanceTimersByTimeAsync(1);
  tell({ t: "write", text: "Есть лейки?" });
  tell({ t: "goal", name: "order", value: null });
  expect(chat.draft.getState()).toBe("");
  await vi.advanceTimersByTimeAsync(10_000);
  expect(chat.draft.getState()).toBe("Есть лейки?");
  expect(server.store.conversations.size).toBe(0);
  expect(server.goals.length).toBe(1);
});

test("whom the server forgot nothing is kept of", async () => {
  chat.write("Мой пароль");
  vi.stubGlobal("location", { ...location, reload: vi.fn() });
  server.network.cut(4401);
  await vi.advanceTimersByTimeAsync(50);
  expect(chat.notebook.draft()).toBe("");
  expect(location.reload).toHaveBeenCalledOnce();
  vi.unstubAllGlobals();
});

test("an unknown site is the loader's to explain", async () => {
  server.network.cut(4404);
  await vi.advanceTimersByTimeAsync(50);
  expect(said.at(-1)).toEqual({ t: "refused", code: 4404 });
});

test("the window is moved by the page's side, which says whether it can be", () => {
  expect(chat.movable.getState()).toBe(false);
  tell({ t: "movable", movable: true });
  expect(chat.movable.getState()).toBe(true);
  chat.step("left");
  chat.handle(280, 72);
  expect(said.slice(-2)).toEqual([
    { t: "step", step: "left" },
    { t: "handle", width: 280, height: 72 },
  ]);
});
