import { browserEnvironment } from "@beseda/client";
import { FakeServer } from "@beseda/client/testing";
import { render } from "preact";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { App } from "../App";
import { type Chat, startChat } from "../chat/chat";
import { loadTexts } from "../i18n/texts";
import "../reach/Letter";
import "./Questions";

let server: FakeServer;
let chat: Chat;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "requestAnimationFrame"] });
  localStorage.clear();
  document.body.replaceChildren(document.createElement("div"));
  server = new FakeServer(browserEnvironment());
  server.questions = {
    fields: [
      { id: "name", kind: "name", label: "", required: true, options: [] },
      { id: "email", kind: "email", label: "", required: false, options: [] },
      { id: "own Вы", kind: "choice", label: "Вы", required: true, options: ["Человек", "Фирма"] },
    ],
    consent: "Обрабатываем данные",
  };
});

afterEach(() => {
  render(null, place());
  chat.client.stop();
  vi.useRealTimers();
});

const place = () => document.body.firstElementChild ?? document.body;
const settle = () => vi.advanceTimersByTimeAsync(100);
const form = () => document.querySelector<HTMLFormElement>('form[aria-label="Вопросы перед диалогом"]');
const wrong = () => [...(form()?.querySelectorAll("[role=alert]:not([hidden])") ?? [])].map((each) => each.textContent);

async function begin() {
  chat = startChat({ start: null, say: () => {}, listen: () => {} }, "KEY", server.environment(browserEnvironment()));
  render(<App chat={chat} first={await loadTexts("ru")} />, place());
  await settle();
}

async function fill(selector: string, value: string) {
  const field = form()?.querySelector<HTMLInputElement>(selector) ?? expect.unreachable(selector);
  field.value = value;
  field.dispatchEvent(new Event(field.localName === "select" ? "change" : "input", { bubbles: true }));
  await settle();
}

async function submit() {
  form()?.dispatchEvent(new SubmitEvent("submit", { bubbles: true, cancelable: true }));
  await settle();
}

async function answer() {
  await fill("[autocomplete=name]", "Вера");
  await fill("select", "Фирма");
  form()?.querySelector<HTMLInputElement>("[type=checkbox]")?.click();
  await fill("textarea", "Есть лейки?");
}

test("what is asked is told field by field when it is wrong, and goes before the question", async () => {
  await begin();
  await fill("[autocomplete=email]", "не почта");
  await submit();
  expect(wrong()).toEqual([
    "Заполните это поле",
    "Проверьте: это не похоже на адрес почты",
    "Заполните это поле",
    "Напишите, чем помочь",
    "Без согласия начать диалог нельзя",
  ]);
  expect(document.activeElement?.getAttribute("autocomplete")).toBe("name");
  await fill("[autocomplete=email]", "");
  await answer();
  await submit();
  expect(server.answers).toEqual([
    { field: "name", value: "Вера" },
    { field: "email", value: "" },
    { field: "own Вы", value: "Фирма" },
  ]);
  expect([...server.store.conversations.values()][0]?.public.at(-1)?.body).toEqual({
    type: "message",
    text: "Есть лейки?",
  });
  expect(form()).toBeNull();
});

test("what was written is there after a reload, and in the letter while nobody is on line", async () => {
  server.setSite({ online: false, form: true });
  await begin();
  await answer();
  render(null, place());
  chat.client.stop();
  await begin();
  expect(form()?.querySelector<HTMLInputElement>("[autocomplete=name]")?.value).toBe("Вера");
  expect(form()?.querySelector("select")?.value).toBe("Фирма");
  form()?.querySelector<HTMLInputElement>("[type=checkbox]")?.click();
  await settle();
  await submit();
  expect(server.store.conversations.size).toBe(0);
  expect(document.querySelector("form textarea")).toHaveProperty("value", "Есть лейки?");
  expect(document.body.textContent).toContain("Почта или телефон");
});

test("an answer the server does not like is told at its field", async () => {
  await begin();
  await answer();
  server.network.weather.toClient = (frame) => {
    const { t, rid } = frame as { t: string; rid?: string };
    const params = { name: "required" };
    return t === "done" || t === "questions"
      ? [{ t: "refused", cid: null, rid, code: "answers_invalid", params, retryMs: null } as never]
      : [frame];
  };
  await submit();
  expect(wrong()).toEqual(["Заполните это поле"]);
  expect(form()?.querySelector("textarea")?.value).toBe("Есть лейки?");
});
