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

test("a failure is explained and can be tried again", async () => {
  const { on, asked, fail } = await open(true);
  fail("translation_unreachable");
  document.querySelector(menu)?.dispatchEvent(new KeyboardEvent("keydown", { code: "KeyT", bubbles: true }));
  await on.find("[data-side=theirs] [role=status]", "Служба перевода не отвечает.");
  fail(null);
  await on.click("[data-side=theirs] [role=status] button", t("common.retry"));
  await on.find("[data-side=theirs] [role=status]", "IS THE RED KETTLE IN STOCK?");
  expect(asked.length).toBe(2);
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
