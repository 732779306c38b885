import { browserEnvironment } from "@beseda/client";
import { FakeServer } from "@beseda/client/testing";
import { render } from "preact";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { App } from "../App";
import { type Chat, startChat } from "../chat/chat";
import { loadTexts } from "../i18n/texts";
import "../header/MenuItems";
import "./TranscriptForm";

let server: FakeServer;
let chat: Chat;
const known = vi.spyOn(globalThis, "fetch");

beforeEach(async () => {
  known.mockImplementation(async () => Response.json({ email: null }));
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "requestAnimationFrame"] });
  localStorage.clear();
  document.body.replaceChildren(document.createElement("div"));
  server = new FakeServer(browserEnvironment());
  chat = startChat({ start: null, say: () => {}, listen: () => {} }, "KEY", server.environment(browserEnvironment()));
  render(<App chat={chat} first={await loadTexts("ru")} />, place());
  await settle();
});

afterEach(() => {
  render(null, place());
  chat.client.stop();
  vi.useRealTimers();
});

const place = () => document.body.firstElementChild ?? document.body;
const settle = () => vi.advanceTimersByTimeAsync(100);
const form = () => document.querySelector<HTMLFormElement>('form[aria-label="Диалог на почту…"]');
const field = () => form()?.querySelector("input") ?? expect.unreachable("no field");
const problem = () => form()?.querySelector("[role=alert]:not([hidden])")?.textContent;
const item = () =>
  [...document.querySelectorAll<HTMLButtonElement>("[role=menuitem]")].find(
    ({ textContent }) => textContent === "Диалог на почту…",
  );

async function menu() {
  document.querySelector<HTMLButtonElement>("[aria-haspopup=menu]")?.click();
  await settle();
}

async function open() {
  await menu();
  item()?.click();
  await settle();
}

async function ask(email: string) {
  field().value = email;
  field().dispatchEvent(new InputEvent("input", { bubbles: true }));
  await settle();
  form()?.dispatchEvent(new SubmitEvent("submit", { bubbles: true, cancelable: true }));
  await settle();
}

test("a conversation is wanted by e-mail: wrong addresses are told and stay, a right one is noted down", async () => {
  await menu();
  expect(item()).toBeUndefined();
  await menu();
  chat.client.send("Есть лейки?");
  await settle();
  await open();
  expect(document.activeElement).toBe(field());
  await ask("");
  expect(problem()).toBe("Заполните это поле");
  await ask("vera@example");
  expect([problem(), field().value]).toEqual(["Проверьте: это не похоже на адрес почты", "vera@example"]);
  expect(server.mailed).toEqual([]);
  await ask(" vera@example.org ");
  const [asked] = server.store.conversations.keys();
  expect(server.mailed).toEqual([{ conversation: asked, email: "vera@example.org", language: "ru" }]);
  expect(document.querySelector("[role=log]")?.textContent).toContain(
    "Записали: vera@example.org. Пришлём диалог на этот адрес",
  );
});

test("an address that only the server knows is filled in, unless something is being written", async () => {
  const asked: [string, unknown][] = [];
  known.mockImplementation(async (address, init) => {
    asked.push([String(address), init?.headers]);
    return Response.json({ email: "vera@example.org" });
  });
  chat.client.send("Есть лейки?");
  await settle();
  await open();
  expect(field().value).toBe("vera@example.org");
  expect(asked).toEqual([["/api/visitor/KEY/address", { "X-Beseda-Token": chat.client.getState().token }]]);
  form()?.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true, cancelable: true }));
  await settle();

  let answer: (response: Response) => void = () => {};
  known.mockImplementation(() => new Promise<Response>((resolve) => (answer = resolve)));
  await open();
  field().value = "o";
  field().dispatchEvent(new InputEvent("input", { bubbles: true }));
  await settle();
  answer(Response.json({ email: "vera@example.org" }));
  await settle();
  expect(field().value).toBe("o");
});

test("an address left before stands in the field, and what is refused can be tried again", async () => {
  chat.writeContact({ name: "", address: "vera@example.org" });
  chat.client.send("Есть лейки?");
  await settle();
  server.mailed.push(...Array.from({ length: 3 }, () => ({ conversation: "", email: "", language: "" })));
  await open();
  expect(field().value).toBe("vera@example.org");
  await ask("vera@example.org");
  expect([problem(), field().value]).toEqual([
    "Слишком много таких просьб подряд. Попробуйте позже.",
    "vera@example.org",
  ]);
  server.mailed.length = 0;
  await ask("vera@example.org");
  expect(form()).toBeNull();
  await open();
  expect(field().value).toBe("vera@example.org");
});
