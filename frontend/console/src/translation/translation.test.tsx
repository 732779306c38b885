import { afterEach, expect, test, vi } from "vitest";
import { loadTexts } from "../i18n/texts";
import { openConsole, type Stage } from "../testing/stage";

vi.setConfig({ testTimeout: 30_000 });

let stage: Stage | undefined;
const { t } = await loadTexts("ru");

afterEach(() => {
  stage?.leave();
  stage = undefined;
});

interface Asked {
  text: string;
  to: string;
}

/** The conversation with a question in English, and a service that answers in capital letters. */
async function open(translates: boolean): Promise<{ on: Stage; asked: Asked[]; fail: (code: string | null) => void }> {
  stage = await openConsole("/conversations/c1", { translates }, (server) => {
    server.take(server.ask("Ann", "Is the red kettle in stock?"), "olga");
  });
  const asked: Asked[] = [];
  let failing: string | null = null;
  const around = globalThis.fetch;
  globalThis.fetch = (async (address: string, init: RequestInit = {}) => {
    if (address !== "/api/translations") return around(address, init);
    const said = JSON.parse(String(init.body)) as Asked;
    asked.push(said);
    const detail = "Служба перевода не отвечает.";
    if (failing !== null) return Response.json({ code: failing, detail }, { status: 502 });
    return Response.json({ text: said.text.toUpperCase(), from: "en" });
  }) as typeof fetch;
  await stage.find("[role=log]", "Is the red kettle in stock?");
  return {
    on: stage,
    asked,
    fail: (code) => {
      failing = code;
    },
  };
}

const menu = "[data-side=theirs] [data-message-menu]";

test("a message is translated under its words, once, and put away again", async () => {
  const { on, asked } = await open(true);
  await on.click(menu);
  await on.click("[role=menuitem]", t("message.translate"));
  await on.find("[data-side=theirs] [role=status]", "IS THE RED KETTLE IN STOCK?");
  await on.find("[data-side=theirs] [role=status]", t("translation.headFrom", { language: "английский" }));
  await on.find("[data-side=theirs]", "Is the red kettle in stock?");
  expect(asked).toEqual([{ text: "Is the red kettle in stock?", to: "ru" }]);
  await on.click(`[aria-label="${t("translation.hide")}"]`);
  await on.until(() => document.querySelector("[data-side=theirs] [role=status]") === null);
});

test("a failure is explained and tried again by whoever wants that only", async () => {
  const { on, asked, fail } = await open(true);
  fail("translation_unreachable");
  document.querySelector(menu)?.dispatchEvent(new KeyboardEvent("keydown", { code: "KeyT", bubbles: true }));
  await on.find("[data-side=theirs] [role=status]", "Служба перевода не отвечает.");
  window.dispatchEvent(new Event("visibilitychange"));
  window.dispatchEvent(new Event("focus"));
  window.dispatchEvent(new Event("online"));
  await new Promise((resolve) => setTimeout(resolve));
  expect(asked.length).toBe(1);
  fail(null);
  await on.click("[data-side=theirs] [role=status] button", t("common.retry"));
  await on.find("[data-side=theirs] [role=status]", "IS THE RED KETTLE IN STOCK?");
  expect(asked.length).toBe(2);
});

test("what is translated by key is the newest message that has words", async () => {
  const { on, asked } = await open(true);
  const conversation = on.server.store.conversations.get("c1");
  if (conversation === undefined) throw new Error("no conversation");
  on.server.say(conversation, null, "And the blue one?");
  on.server.say(conversation, null, "");
  await on.until(() => document.querySelectorAll(menu).length === 3);
  document.documentElement.dispatchEvent(new KeyboardEvent("keydown", { code: "KeyL", shiftKey: true, bubbles: true }));
  await on.find("[data-side=theirs] [role=status]", "AND THE BLUE ONE?");
  expect(asked.length).toBe(1);
});

test("what I wrote is put into the visitor's language, and back", async () => {
  const { on, asked } = await open(true);
  const field = () => document.querySelector<HTMLTextAreaElement>("footer textarea")?.value;
  await on.type("footer textarea", "yes, it is");
  const tool = `footer [aria-label="${t("action.translateDraft")}"]`;
  await on.click(tool);
  await on.click("[role=menuitem]", "английский");
  await on.until(() => field() === "YES, IT IS");
  expect(asked).toEqual([{ text: "yes, it is", to: "en" }]);
  await on.click(tool);
  await on.click("[role=menuitem]", t("translation.back"));
  await on.until(() => field() === "yes, it is");
});

const alt = (code: string) =>
  document.documentElement.dispatchEvent(
    new KeyboardEvent("keydown", { code, key: code, altKey: true, bubbles: true }),
  );
const inMenu = () => document.activeElement?.closest("[role=menu]") ?? null;

test("whoever lets the languages be is in the field again, from the first time on", async () => {
  const { on } = await open(true);
  await on.type("footer textarea", "yes, it is");
  const field = await on.find("footer textarea");
  field.focus();
  for (const _ of ["first", "second"]) {
    alt("KeyT");
    await on.find("[role=menuitem]", "русский");
    await on.until(() => inMenu() !== null);
    document.activeElement?.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true }));
    await on.until(() => document.querySelector("[role=menu]") === null);
    expect(document.activeElement).toBe(field);
  }
});

test("a note with words stays one and is not translated", async () => {
  const { on } = await open(true);
  await on.click("footer label", t("editor.modeNote"));
  await on.type("footer textarea", "ask Boris");
  alt("KeyT");
  await on.find("body", t("translation.note"));
  expect(document.querySelector("[role=menu]")).toBeNull();
  await on.type("footer textarea", "");
  alt("KeyT");
  await on.find("[role=menu]", t("translation.nothing"));
});

test("without a service nothing is offered", async () => {
  const { on, asked } = await open(false);
  await on.click(menu);
  await on.find("[role=menuitem]", t("message.copyLink"));
  expect([...document.querySelectorAll("[role=menuitem]")].map((item) => item.textContent)).not.toContain(
    t("message.translate"),
  );
  expect(document.querySelector(`[aria-label="${t("action.translateDraft")}"]`)).toBeNull();
  expect(asked).toEqual([]);
});
