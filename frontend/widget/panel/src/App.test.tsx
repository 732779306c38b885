import { browserEnvironment } from "@beseda/client";
import { FakeServer } from "@beseda/client/testing";
import { render } from "preact";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { App } from "./App";
import { type Chat, startChat } from "./chat/chat";
import type { Embedding } from "./embedding/embedding";
import "./header/MenuItems";
import { loadTexts } from "./i18n/texts";
import "./place/Cities";

const alone: Embedding = { start: null, say: () => {}, listen: () => {} };
let server: FakeServer;
let chat: Chat;

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "requestAnimationFrame"] });
  localStorage.clear();
  document.body.replaceChildren(document.createElement("div"));
  server = new FakeServer(browserEnvironment());
  await begin();
});

afterEach(() => {
  render(null, place());
  chat.client.stop();
  vi.useRealTimers();
});

const place = () => document.body.firstElementChild ?? document.body;
const field = () => document.querySelector("textarea") ?? expect.unreachable();
const settle = () => vi.advanceTimersByTimeAsync(100);
const button = (name: string) =>
  [...document.querySelectorAll("button")].find(
    (each) => each.getAttribute("aria-label") === name || each.textContent === name,
  ) ?? expect.unreachable(`no button "${name}"`);

async function begin() {
  chat = startChat(alone, "KEY", server.environment(browserEnvironment()));
  render(<App chat={chat} first={await loadTexts("ru")} />, place());
  await settle();
}

async function write(text: string, key: Partial<KeyboardEventInit> = {}) {
  field().value = text;
  field().dispatchEvent(new InputEvent("input", { bubbles: true }));
  await settle();
  field().dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true, ...key }));
  await settle();
}

test("Enter sends, and one tick says that it is stored", async () => {
  await write("Есть лейки?");
  expect([...server.store.conversations.values()][0]?.public.at(-1)?.body).toEqual({
    type: "message",
    text: "Есть лейки?",
  });
  expect(field().value).toBe("");
  expect(document.querySelector("[role=log]")?.textContent).toContain("Есть лейки?");
  expect(document.querySelector("[role=log] svg[role=img]")?.getAttribute("aria-label")).toBe("Отправлено");
});

test.each([
  ["Shift+Enter", { shiftKey: true }],
  ["Enter of an input method", { isComposing: true }],
])("%s sends nothing", async (_, key) => {
  await write("Есть лейки?", key);
  expect([server.store.conversations.size, field().value]).toEqual([0, "Есть лейки?"]);
});

test("what was not sent is there after a reload", async () => {
  await write("Недописанное", { shiftKey: true });
  render(null, place());
  chat.client.stop();
  await begin();
  expect(field().value).toBe("Недописанное");
});

test("a hostile text is text, its address is a link that gives nothing away", async () => {
  const hostile = '<img src=x onerror="alert(1)"> javascript:alert(1) https://evil.example/';
  await write(hostile);
  const log = document.querySelector("[role=log]");
  expect(log?.querySelector("img[src=x]")).toBeNull();
  expect(log?.textContent).toContain(hostile);
  expect([...(log?.querySelectorAll("a") ?? [])].map(({ href, rel, target }) => [href, rel, target])).toEqual([
    ["https://evil.example/", "noopener noreferrer nofollow", "_blank"],
  ]);
});

test("a refused text says why and goes back to the composer", async () => {
  server.network.weather.toClient = (frame) => {
    const { t, cid } = frame as { t: string; cid?: string };
    if (t === "ack")
      return [{ t: "refused", cid, rid: null, code: "message_invalid", params: {}, retryMs: null } as never];
    return t === "events" ? [] : [frame];
  };
  await write("Плохой знак");
  expect(document.querySelector("[role=alert]")?.textContent).toContain("недопустимый знак");
  button("Изменить").click();
  await settle();
  expect(field().value).toBe("Плохой знак");
  expect(document.querySelector("[role=alert]")).toBeNull();
});

test("who takes the question is named, and seen typing", async () => {
  await write("Есть лейки?");
  const [asked] = server.store.conversations.values();
  if (!asked) return expect.unreachable();
  server.take(asked, "olga");
  server.typing(asked.header.id, "operator", "olga", true);
  await settle();
  expect(document.querySelector("h1")?.textContent).toBe("Ольга Смирнова");
  expect(document.querySelector("[role=status]")?.textContent).toBe("Ольга Смирнова пишет");
});

test("a lost line is told, and what is written meanwhile goes out later", async () => {
  server.network.weather.sockets = "stuck";
  server.network.weather.http = "refused";
  server.network.cut();
  await vi.advanceTimersByTimeAsync(2000);
  expect(document.querySelector("[role=status]")?.textContent).toContain("Связь прервалась");
  await write("Вы тут?");
  expect(document.querySelector("[role=log] svg[role=img]")?.getAttribute("aria-label")).toBe("Отправляется");
  server.network.weather.sockets = "open";
  await vi.advanceTimersByTimeAsync(60_000);
  expect([...server.store.conversations.values()][0]?.public.at(-1)?.body).toEqual({
    type: "message",
    text: "Вы тут?",
  });
});

test("the language is changed in the menu and remembered", async () => {
  button("Меню").click();
  await vi.waitFor(() => button("English").click(), { timeout: 20_000 });
  await vi.waitFor(() => expect(field().placeholder).toBe("Message…"), { timeout: 20_000 });
  expect(document.documentElement.lang).toBe("en");
  expect(chat.notebook.choices().language).toBe("en");
});

test("an unknown site says so instead of waiting", async () => {
  server.network.cut(4404);
  await settle();
  expect(document.querySelector("h1")?.textContent).toBe("Написать нам здесь нельзя");
});

const city = () => document.querySelector<HTMLInputElement>('input[autocomplete="address-level2"]');

test("whoever is in the city they seem to be in says so once", async () => {
  expect(document.body.textContent).not.toContain("Ваш город");
  await beginIn("Пермь");
  expect(document.body.textContent).toContain("Ваш город — Пермь?");
  button("Да").click();
  await settle();
  expect(server.place).toMatchObject({ city: "Пермь", region: "Пермский край", ask: false });
  expect(document.body.textContent).not.toContain("Ваш город");
});

test("another city is found by its beginning, and one that nobody knows can be written", async () => {
  await beginIn("Москва");
  button("Другой…").click();
  await settle();
  const field = city() ?? expect.unreachable();
  field.value = "Пер";
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
  await vi.advanceTimersByTimeAsync(500);
  button("Первоуральск Свердловская область").click();
  await settle();
  expect(server.place.city).toBe("Первоуральск");
  expect(city()).toBeNull();

  button("Меню").click();
  await settle();
  button("Город: Первоуральск").click();
  await settle();
  const again = city() ?? expect.unreachable();
  again.value = "<b>Вишенки</b>";
  again.dispatchEvent(new InputEvent("input", { bubbles: true }));
  await settle();
  button("Сохранить").click();
  await settle();
  expect(server.place.city).toBe("<b>Вишенки</b>");
});

test("the browser is asked for the place only after a click, and its refusal is no dead end", async () => {
  const asked = vi.fn((_: unknown, fail: (problem: object) => void) => fail({ code: 1, PERMISSION_DENIED: 1 }));
  vi.stubGlobal("navigator", Object.create(navigator, { geolocation: { value: { getCurrentPosition: asked } } }));
  await beginIn("Пермь");
  button("Другой…").click();
  await settle();
  expect(asked).not.toHaveBeenCalled();
  button("Определить").click();
  await settle();
  expect(asked).toHaveBeenCalledOnce();
  expect(document.querySelector("[role=alert]")?.textContent).toBe(
    "Браузер не разрешил узнать место. Напишите город сами.",
  );
  vi.unstubAllGlobals();
});

async function beginIn(name: string) {
  chat.client.stop();
  render(null, place());
  server.place = { t: "place", city: name, region: "Пермский край", ask: true };
  await begin();
}

test("after the end the visitor is asked what he thinks, where the site asks, and may change his mind", async () => {
  await write("Есть лейки?");
  const [asked] = server.store.conversations.values();
  if (!asked) throw new Error("the message did not come");
  server.take(asked, "olga");
  server.say(asked, "olga", "Есть");
  server.finish(asked, "operator");
  await settle();
  expect(document.querySelector("input[type=radio]")).toBeNull();
  server.setSite({ rating: "stars" });
  const four = () => document.querySelector<HTMLInputElement>('input[aria-label="4 звезды"]');
  await settle();
  await import("./conversation/Rating");
  await settle();
  four()?.click();
  await settle();
  expect(chat.client.getState().threads[asked.header.id]?.rating).toEqual({ score: 4, comment: "" });
  const words = document.querySelector<HTMLTextAreaElement>("section textarea") ?? expect.unreachable();
  words.value = "Быстро";
  words.dispatchEvent(new InputEvent("input", { bubbles: true }));
  await settle();
  button("Готово").click();
  await settle();
  expect(chat.client.getState().threads[asked.header.id]?.rating).toEqual({ score: 4, comment: "Быстро" });
  expect(document.body.textContent).toContain("Спасибо!");
  button("Изменить оценку").click();
  await settle();
  expect(four()?.checked).toBe(true);
  chat.client.send("Ещё вопрос");
  await settle();
  expect(four()).toBeNull();
});

test("what was rated before a reload or in another tab is shown as soon as the server says so", async () => {
  await write("Есть лейки?");
  const [asked] = server.store.conversations.values();
  if (!asked) throw new Error("the message did not come");
  server.setSite({ rating: "stars" });
  server.take(asked, "olga");
  server.finish(asked, "operator");
  await settle();
  await import("./conversation/Rating");
  await settle();
  expect(document.body.textContent).not.toContain("Спасибо!");
  const said = chat.client.rate(asked.header.id, 5, "Из соседней вкладки");
  await settle();
  await said;
  expect(document.body.textContent).toContain("Спасибо!");
  expect(document.body.textContent).toContain("Из соседней вкладки");
});
