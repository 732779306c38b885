import { browserEnvironment } from "@beseda/client";
import { FakeServer } from "@beseda/client/testing";
import { render } from "preact";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { App } from "../App";
import { type Chat, startChat } from "../chat/chat";
import { loadTexts } from "../i18n/texts";
import "../messages/more/ru";
import "./Letter";
import "./OfferForm";

let server: FakeServer;
let chat: Chat;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "requestAnimationFrame", "Date"] });
  localStorage.clear();
  document.body.replaceChildren(document.createElement("div"));
  server = new FakeServer(browserEnvironment());
});

afterEach(() => {
  render(null, place());
  chat.client.stop();
  vi.useRealTimers();
});

const place = () => document.body.firstElementChild ?? document.body;
const settle = () => vi.advanceTimersByTimeAsync(100);
const form = (name: string) => document.querySelector<HTMLFormElement>(`form[aria-label="${name}"]`);
const letter = () => form("Вопрос, пока никого нет на связи") ?? expect.unreachable("no letter");
const offer = () => form("Оставить адрес");
const log = () => document.querySelector("[role=log]")?.textContent ?? "";
const asked = () => [...server.store.conversations.values()][0] ?? expect.unreachable("nothing was asked");

async function begin(site: Parameters<FakeServer["setSite"]>[0] = {}) {
  server.setSite(site);
  const environment = server.environment(browserEnvironment());
  chat = startChat({ start: null, say: () => {}, listen: () => {} }, "KEY", environment);
  render(<App chat={chat} first={await loadTexts("ru")} />, place());
  await settle();
}

async function fill(element: Element | null | undefined, text: string) {
  if (!(element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement)) return expect.unreachable();
  element.value = text;
  element.dispatchEvent(new InputEvent("input", { bubbles: true }));
  await settle();
}

async function submit(what: HTMLFormElement | null) {
  what?.dispatchEvent(new SubmitEvent("submit", { bubbles: true, cancelable: true }));
  await settle();
}

async function ask(text: string) {
  await fill(document.querySelector("textarea"), text);
  await submit(document.querySelector("textarea")?.form ?? null);
}

test("while nobody is on line a question needs words and an address, and says what is wrong with either", async () => {
  await begin({ online: false, form: true });
  await submit(letter());
  expect(letter().querySelector("[role=alert]:not([hidden])")?.textContent).toBe("Напишите, чем помочь");
  await fill(letter().querySelector("textarea"), "Когда привезёте теплицу?");
  await submit(letter());
  expect(letter().textContent).toContain("Напишите почту или телефон");
  await fill(letter().querySelector("[inputmode=email]"), "не адрес");
  await submit(letter());
  expect(letter().textContent).toContain("это не похоже на почту или телефон");
  expect(server.store.conversations.size).toBe(0);
  await fill(letter().querySelector("[inputmode=email]"), "irina@example.test");
  await submit(letter());
  expect(asked().public.at(-1)?.body).toEqual({ type: "message", text: "Когда привезёте теплицу?" });
});

test("it also asks for whom the question is, where the site wants to know", async () => {
  const departments = [
    { id: "d1", name: "Продажи" },
    { id: "d2", name: "Возврат" },
  ];
  await begin({ online: false, form: true, departments });
  const chosen = vi.spyOn(chat.client, "setDepartment");
  expect([...letter().querySelectorAll("fieldset label")].map((each) => each.textContent)).toEqual([
    "Продажи",
    "Возврат",
  ]);
  letter().querySelectorAll<HTMLInputElement>("input[type=radio]")[1]?.click();
  await settle();
  expect(chosen).toHaveBeenLastCalledWith("d2");
  expect(letter().querySelectorAll<HTMLInputElement>("input[type=radio]")[1]?.checked).toBe(true);
});

test("what was typed into the letter is there after a reload", async () => {
  await begin({ online: false, form: true });
  await fill(letter().querySelector("textarea"), "Недописанное");
  await fill(letter().querySelector("[autocomplete=name]"), "Ирина");
  render(null, place());
  chat.client.stop();
  await begin();
  expect(letter().querySelector("textarea")?.value).toBe("Недописанное");
  expect(letter().querySelector<HTMLInputElement>("[autocomplete=name]")?.value).toBe("Ирина");
});

test("who waits is told the place and the expected wait, as the server knows them", async () => {
  await begin();
  await ask("Есть лейки?");
  server.tellPlace(asked(), 3, 150_000);
  await settle();
  expect(log()).toContain("Перед вами 2 человека.");
  expect(log()).toContain("Ответим примерно через 3 минуты.");
  server.tellPlace(asked(), 1, 40_000);
  await settle();
  expect(log()).toContain("Вы следующий.");
  expect(log()).toContain("Ответим меньше чем через минуту.");
  server.tellPlace(asked(), 1, null);
  await settle();
  expect(log()).not.toContain("Ответим");
  server.take(asked(), "olga");
  await settle();
  expect(log()).not.toContain("Вы следующий.");
});

test("after the site's seconds an address is asked for, kept, and asked for no more", async () => {
  await begin({ addressAfter: 2 });
  await ask("Есть секаторы?");
  expect(offer()).toBeNull();
  await vi.advanceTimersByTimeAsync(3000);
  expect(offer()).not.toBeNull();
  await fill(offer()?.querySelector("input"), "irina");
  await submit(offer());
  expect(offer()?.querySelector("[role=alert]")?.textContent).toContain("не похоже");
  await fill(offer()?.querySelector("input"), "irina@example.test");
  await submit(offer());
  expect(offer()).toBeNull();
  expect(log()).toContain("Записали: irina@example.test");
});

test("«Не нужно» puts the offer away", async () => {
  await begin({ online: false });
  await ask("Есть секаторы?");
  expect(offer()).not.toBeNull();
  offer()?.querySelector<HTMLButtonElement>("button[type=button]")?.click();
  await settle();
  expect(offer()).toBeNull();
});
