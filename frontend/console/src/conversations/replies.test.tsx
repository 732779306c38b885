import { afterEach, expect, test } from "vitest";
import { openConsole, type Stage } from "../testing/stage";

let stage: Stage | undefined;

afterEach(() => {
  stage?.leave();
  stage = undefined;
});

const olga = { kind: "operator", id: "olga" } as const;

async function asked(): Promise<Stage> {
  stage = await openConsole("/conversations/c1", {}, (server) => {
    const conversation = server.ask("Анна", "Есть красный чайник?");
    server.take(conversation, "olga");
    server.store.append(
      conversation,
      "public",
      olga,
      { type: "message", text: "Сейчас посмотрю" },
      "cid-of-the-answer",
    );
  });
  await stage.find("[role=log]", "Сейчас посмотрю");
  return stage;
}

const strip = "footer [role=status]";
const last = (on: Stage) => on.server.store.conversations.get("c1")?.public.at(-1)?.body;
const field = () => document.querySelector<HTMLTextAreaElement>("footer textarea");

test("a message is answered with a quote, which leads to it", async () => {
  const on = await asked();
  await on.click("[data-side=theirs] [aria-label^='Ответить с цитатой']");
  await on.find(strip, "Есть красный чайник?");
  await on.find(strip, "Анна");
  await on.type("footer textarea", "Да, есть");
  await on.press("footer textarea", "Enter");
  const quote = "[data-side=ours] button[title='К этому сообщению']";
  await on.find(quote, "Есть красный чайник?");
  await on.until(() => JSON.stringify(last(on)) === '{"type":"message","text":"Да, есть","reply":2}');
  expect(document.querySelector(strip)).toBeNull();
  await on.click(quote);
  await on.find("[data-linked]", "Есть красный чайник?");
});

test("Escape takes the quote away and leaves the text; a draft keeps it", async () => {
  const on = await asked();
  await on.type("footer textarea", "Да");
  await on.click("[data-side=theirs] [aria-label^='Ответить с цитатой']");
  await on.find(strip, "Есть красный чайник?");
  expect(localStorage.getItem("beseda.console.drafts.olga")).toContain('"reply":2');
  await on.press("footer textarea", "Escape");
  await on.until(() => document.querySelector(strip) === null);
  expect(field()?.value).toBe("Да");
  await on.press("footer textarea", "Enter");
  await on.until(() => field()?.value === "");
  await on.until(() => JSON.stringify(last(on)) === '{"type":"message","text":"Да"}');
});

test("what is quoted is as it is now; a deleted message says so", async () => {
  const on = await asked();
  const conversation = on.server.store.conversations.get("c1");
  const message = conversation?.public[3];
  if (conversation === undefined || message === undefined) throw new Error("nothing was said");
  on.server.store.append(conversation, "public", olga, { type: "message", text: "Нашла", reply: 4 }, "cid-of-the-next");
  await on.find("[title='К этому сообщению']", "Сейчас посмотрю");
  on.server.store.correct(conversation, message, { type: "deleted" });
  await on.find("[title='К этому сообщению']", "Сообщение удалено");
});
