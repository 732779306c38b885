import { afterEach, expect, test } from "vitest";
import { openConsole, type Stage } from "../testing/stage";
import { linkTo, messageOf } from "./links";

let stage: Stage | undefined;

afterEach(() => {
  stage?.leave();
  stage = undefined;
});

const olga = { kind: "operator", id: "olga" } as const;

async function answered(): Promise<Stage> {
  stage = await openConsole("/conversations/c1", {}, (server) => {
    const conversation = server.ask("Анна", "Сколько стоит?");
    server.take(conversation, "olga");
    server.store.append(conversation, "public", olga, { type: "message", text: "Сто рублей" }, "cid-of-the-answer");
  });
  await stage.find("[role=log]", "Сто рублей");
  return stage;
}

const editor = "textarea[aria-label='Изменить']";
const lastBody = (on: Stage) => on.server.store.conversations.get("c1")?.public[3]?.body;

test("the arrow up in an empty field changes the last answer; Enter saves, and the row says so", async () => {
  const on = await answered();
  await on.press("textarea", "ArrowUp");
  await on.type(editor, "Двести рублей");
  await on.press(editor, "Enter");
  await on.find("[role=log]", "Двести рублей");
  await on.find("[role=log]", "изменено");
  expect(document.querySelector(editor)).toBeNull();
  expect(lastBody(on)).toMatchObject({ type: "message", text: "Двести рублей" });
});

test("Escape leaves the answer as it was, and what was typed below is still there", async () => {
  const on = await answered();
  await on.type("footer textarea", "черновик");
  await on.click("[data-side=ours] [data-message-menu]");
  await on.click("[role=menuitem]", "Изменить");
  await on.type(editor, "не то");
  await on.press(editor, "Escape");
  await on.until(() => document.querySelector(editor) === null);
  expect(lastBody(on)).toMatchObject({ text: "Сто рублей" });
  expect(document.querySelector<HTMLTextAreaElement>("footer textarea")?.value).toBe("черновик");
});

test("a deleted answer is asked about first and leaves a word in its place", async () => {
  const on = await answered();
  await on.click("[data-side=ours] [data-message-menu]");
  await on.click("[role=menuitem]", "Удалить");
  await on.click("[role=dialog] button", "Удалить");
  await on.find("[role=log]", "Сообщение удалено");
  await on.until(() => document.querySelector("[role=dialog]") === null);
  expect(lastBody(on)).toEqual({ type: "deleted" });
  await on.click("[data-side=theirs] [data-message-menu]");
  await on.find("[role=menuitem]", "Скопировать ссылку");
  expect([...document.querySelectorAll("[role=menuitem]")].map(({ textContent }) => textContent)).not.toContain(
    "Удалить",
  );
});

test("an address with a message brings that into sight and marks it", async () => {
  stage = await openConsole("/conversations/c1#message-4", {}, (server) => {
    const conversation = server.ask("Анна", "Сколько стоит?");
    server.take(conversation, "olga");
    for (let at = 1; at <= 80; at++) server.say(conversation, at % 2 ? "olga" : null, `слово ${at}`);
  });
  await stage.find("[data-linked]", "слово 1");
  expect(document.querySelectorAll("[data-linked]")).toHaveLength(1);
  expect(messageOf("#message-4")).toBe(4);
  expect(messageOf("#message-0")).toBeNull();
  expect(messageOf("#m<a>")).toBeNull();
  expect(linkTo("c1", 4)).toBe(`${location.origin}/conversations/c1#message-4`);
});
