import { browserEnvironment } from "@beseda/client";
import { FakeServer } from "@beseda/client/testing";
import { render } from "preact";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { App } from "../App";
import { type Chat, startChat } from "../chat/chat";
import { loadTexts } from "../i18n/texts";
import type { Kind, Offer, Wanted } from "./requests";
import "./Requests";
import "./Doors";

const asks = { name: "optional", phone: "required", email: "no", text: "no" } as const;
const call: Kind = {
  id: "7",
  nature: "call",
  name: "Заказать звонок",
  invitation: "Перезвоним и поможем",
  asks,
  fields: [
    { id: "f1", label: "Номер договора", type: "text", required: true, choices: [] },
    { id: "ok", label: "Согласен на звонок", type: "consent", required: true, choices: [] },
  ],
  soon: true,
  slots: true,
};
const letter: Kind = {
  ...call,
  id: "8",
  nature: "letter",
  name: "Претензия",
  invitation: "",
  asks: { name: "no", phone: "no", email: "required", text: "required" },
  fields: [],
};
const [nine, ten] = [Date.UTC(2030, 0, 9, 6), Date.UTC(2030, 0, 9, 7)];
let offer: Offer;
let kinds: readonly Kind[];
let answers: (() => Response)[];
let left: Wanted[];
let server: FakeServer;
let chat: Chat;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "requestAnimationFrame"] });
  localStorage.clear();
  document.body.replaceChildren(document.createElement("div"));
  server = new FakeServer(browserEnvironment());
  kinds = [call, letter];
  const days = [{ date: "2030-01-09", slots: [nine, ten] }];
  offer = { zone: "Europe/Moscow", zoneKnown: true, minutes: 30, soon: true, soonAt: nine, days };
  answers = [];
  left = [];
  vi.stubGlobal("fetch", async (address: string, said?: RequestInit) => {
    if (address.includes("/slots?")) return Response.json(offer);
    if (said?.method !== "POST") return Response.json({ stamp: `stamp${left.length}`, kinds });
    left.push(JSON.parse(String(said.body)) as Wanted);
    return answers.shift()?.() ?? Response.json({ nature: "call", at: left.at(-1)?.at, minutes: 30, dueAt: null });
  });
});

afterEach(() => {
  render(null, place());
  chat.client.stop();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const place = () => document.body.firstElementChild ?? document.body;
const settle = () => vi.advanceTimersByTimeAsync(100);
const problem = (status: number, body: object) => () => Response.json(body, { status });
const text = () => place().textContent ?? "";
const buttons = () => [...document.querySelectorAll("button")];

async function begin(requesting: string | null = "7") {
  server.setSite({ requests: true });
  const environment = server.environment(browserEnvironment());
  chat = startChat({ start: null, say: () => {}, listen: () => {} }, "KEY", environment);
  render(<App chat={chat} first={await loadTexts("ru")} />, place());
  await settle();
  if (requesting !== null) chat.request(requesting);
  await vi.waitFor(async () => {
    await settle();
    expect(document.querySelector("form[aria-labelledby=request], ul button")).not.toBeNull();
  });
}

async function again() {
  render(null, place());
  chat.client.stop();
  await begin(null);
}

function field(label: string): HTMLInputElement | HTMLTextAreaElement {
  const found = [...document.querySelectorAll("label")].find((each) => each.textContent?.startsWith(label));
  const control = found?.control ?? found?.querySelector("input") ?? document.getElementById(found?.htmlFor ?? "");
  return control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement
    ? control
    : expect.unreachable(`no field ${label}`);
}

async function fill(label: string, words: string) {
  const control = field(label);
  control.value = words;
  control.selectionStart = words.length;
  control.dispatchEvent(new InputEvent("input", { bubbles: true }));
  await settle();
}

async function press(label: string) {
  const button = buttons().find(({ textContent }) => textContent?.includes(label));
  (button ?? expect.unreachable(`no button ${label}`)).click();
  await settle();
}

async function tick(label: string) {
  field(label).click();
  await settle();
}

async function send() {
  document.querySelector("form")?.dispatchEvent(new SubmitEvent("submit", { bubbles: true, cancelable: true }));
  await settle();
}

function faultOf(label: string): string | undefined {
  const control = field(label);
  const said = document.getElementById(control.getAttribute("aria-describedby")?.split(" ")[0] ?? "");
  return control.getAttribute("aria-invalid") === "true" ? (said?.textContent ?? "") : undefined;
}

async function fillAll() {
  await fill("Ваш телефон", "89121234567");
  await fill("Номер договора", "42");
  await tick("Согласен на звонок");
}

test("the first screen offers calls and letters, and one of them opens its form", async () => {
  await begin(null);
  await vi.waitFor(() => expect(text()).toContain("Претензия"), 10_000);
  await press("Заказать звонок");
  await vi.waitFor(async () => {
    await settle();
    expect(document.querySelector("h2")?.textContent).toBe("Заказать звонок");
  });
  expect(text()).toContain("Как можно скорее");
  await press("Другие заявки");
  await press("Претензия");
  await press("К диалогу");
  expect(document.querySelector("[role=log]")).not.toBeNull();
});

test("what is missing is said beside its field, and the first of them has the focus", async () => {
  await begin();
  await send();
  expect(faultOf("Ваш телефон")).toBe("Заполните это поле");
  expect(faultOf("Номер договора")).toBe("Заполните это поле");
  expect(faultOf("Согласен на звонок")).toBe("Без согласия отправить нельзя");
  expect(document.activeElement).toBe(field("Ваш телефон"));
  await fill("Ваш телефон", "8912");
  expect(document.activeElement).toBe(field("Ваш телефон"));
  expect(faultOf("Ваш телефон")).toBeUndefined();
  expect(left).toEqual([]);
});

test("a call is ordered as soon as possible, and its number stands in the groups of its country", async () => {
  await begin();
  await fillAll();
  expect(field("Ваш телефон").value).toBe("+7 912 123-45-67");
  await send();
  expect(left).toMatchObject([
    { kind: "7", at: null, phone: "+7 912 123-45-67", stamp: "stamp0", trap: "", answers: { f1: "42", ok: "yes" } },
  ]);
  expect(text()).toContain("Звонок заказан");
  expect(document.activeElement?.textContent).toBe("Звонок заказан");
});

test("a time that somebody else has taken is told with the next free ones, and one of them is taken", async () => {
  await begin();
  await fillAll();
  await tick("В удобное время");
  await send();
  expect(text()).toContain("Выберите время");
  await tick(createTime(nine));
  offer = { ...offer, days: [{ date: "2030-01-09", slots: [ten] }] };
  answers = [problem(409, { code: "slot_taken" })];
  await send();
  expect(text()).toContain("Это время только что заняли");
  expect(field("Номер договора").value).toBe("42");
  await tick(`9 января 2030 г., ${createTime(ten)}`);
  await send();
  expect(left.map(({ at }) => at)).toEqual([nine, ten]);
  expect(left[0]?.cid).toBe(left[1]?.cid);
  expect(text()).toContain("Позвоним 9 января 2030 г., с");
});

test("what the server finds wrong is said beside the field", async () => {
  await begin();
  await fillAll();
  const fields = [{ field: "phone", code: "phone", value: "x", params: {} }];
  answers = [problem(422, { code: "invalid", params: {}, fields })];
  await send();
  expect(faultOf("Ваш телефон")).toContain("такого номера нет");
  expect(document.activeElement).toBe(field("Ваш телефон"));
});

test("nothing typed is lost by a reload, by the other form, or while nothing can be sent", async () => {
  await begin();
  await fillAll();
  answers = [problem(500, {})];
  await send();
  expect(text()).toContain("Ничего не потеряно");
  await again();
  await vi.waitFor(() => expect(field("Ваш телефон").value).toBe("+7 912 123-45-67"));
  expect(field("Номер договора").value).toBe("42");
  await press("Другие заявки");
  await press("Претензия");
  await fill("Ваша почта", "vera@example.org");
  await press("Другие заявки");
  await press("Заказать звонок");
  expect(field("Номер договора").value).toBe("42");
  await send();
  await again();
  expect(document.querySelector("[role=log]")).not.toBeNull();
});

test("a form that was sent too fast, or with a stamp of yesterday, goes again by itself", async () => {
  await begin();
  await fillAll();
  answers = [
    problem(429, { code: "form_too_fast", retryMs: 2000 }),
    problem(409, { code: "form_stale", retryMs: 2000 }),
  ];
  await send();
  expect(buttons().some(({ disabled, textContent }) => disabled && textContent === "Отправляем…")).toBe(true);
  await vi.advanceTimersByTimeAsync(5000);
  expect(left.map(({ stamp }) => stamp)).toEqual(["stamp0", "stamp0", "stamp2"]);
  expect(text()).toContain("Звонок заказан");
});

test("a letter goes without a time, and says where it will be answered", async () => {
  await begin("8");
  await fill("Ваша почта", "vera@example");
  await fill("Ваше письмо", "Не работает");
  await send();
  expect(faultOf("Ваша почта")).toContain("не похоже");
  await fill("Ваша почта", "vera@example.org");
  answers = [() => Response.json({ nature: "letter", at: null, minutes: 0, dueAt: null }, { status: 201 })];
  await send();
  expect(left).toMatchObject([{ kind: "8", at: null, phone: "", name: "", email: "vera@example.org" }]);
  expect(text()).toContain("Ответим на vera@example.org.");
});

test("a letter is not taken for the call before it, which was stored though nobody heard so", async () => {
  await begin();
  await fillAll();
  answers = [
    () => {
      throw new TypeError("the answer was lost");
    },
  ];
  await send();
  expect(text()).toContain("Ничего не потеряно");
  await press("Другие заявки");
  await press("Претензия");
  await fill("Ваша почта", "vera@example.org");
  await fill("Ваше письмо", "Не работает");
  answers = [problem(500, {})];
  await send();
  await send();
  const [first, second, third] = left.map(({ cid }) => cid);
  expect(first).toMatch(/^[\w-]{8,60}-7$/);
  expect(second).toBe(first?.replace(/7$/, "8"));
  expect(third).toBe(second);
});

test("what a browser filled into the trap is refused once only", async () => {
  await begin();
  await fillAll();
  const trap = document.querySelector<HTMLInputElement>("input[name=website]");
  Object.assign(trap ?? {}, { value: "https://vera.example" });
  answers = [problem(422, { code: "form_suspicious" })];
  await send();
  expect(text()).toContain("Ничего не потеряно");
  await send();
  expect(left.map((each) => each.trap)).toEqual(["https://vera.example", ""]);
  expect(text()).toContain("Звонок заказан");
});

test("a kind that is gone leads to those that are there; without any the visitor is sent to the conversation", async () => {
  await begin("99");
  expect(text()).toContain("Этой формы больше нет");
  kinds = [];
  chat.choose({ language: "en" });
  await vi.waitFor(async () => {
    await settle();
    expect(text()).toContain("Requests are not taken here now");
  });
});

test("where nobody can call, this is said instead of times", async () => {
  offer = { ...offer, soon: false, soonAt: null, days: [] };
  await begin();
  expect(text()).toContain("Свободного времени для звонка сейчас нет");
});

function createTime(at: number): string {
  return new Intl.DateTimeFormat("ru", { timeStyle: "short", timeZone: "Europe/Moscow" }).format(at);
}
