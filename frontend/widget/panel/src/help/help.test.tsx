import { browserEnvironment } from "@beseda/client";
import { FakeServer } from "@beseda/client/testing";
import { render } from "preact";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { App } from "../App";
import { type Chat, startChat } from "../chat/chat";
import { loadTexts } from "../i18n/texts";
import "./Suggestions";

let server: FakeServer;
let chat: Chat;
const asked: string[] = [];
const document1 = { blocks: [{ type: "paragraph", runs: [{ text: "14 дней", marks: [{ type: "bold" }] }] }] };

beforeEach(() => {
  asked.length = 0;
  localStorage.clear();
  document.body.replaceChildren(document.createElement("div"));
  server = new FakeServer(browserEnvironment());
  vi.stubGlobal("fetch", async (address: string) => {
    asked.push(address);
    const words = new URL(address, "https://chat.example").searchParams.get("q");
    if (address.endsWith("/article.json")) return Response.json({ title: "Как вернуть товар", document: document1 });
    const titles = words === "" ? ["Сроки доставки"] : words === "вернуть" ? ["Как вернуть товар"] : [];
    return Response.json({ articles: titles.map((title, at) => ({ id: String(at + 1), title })) });
  });
});

afterEach(() => {
  render(null, place());
  chat.client.stop();
  vi.unstubAllGlobals();
});

const place = () => document.body.firstElementChild ?? document.body;
const offered = () => [...document.querySelectorAll("section li button")].map(({ textContent }) => textContent);

async function begin(suggests: boolean) {
  server.setSite({ suggests });
  chat = startChat({ start: null, say: () => {}, listen: () => {} }, "KEY", server.environment(browserEnvironment()));
  render(<App chat={chat} first={await loadTexts("ru")} />, place());
  await vi.waitFor(() => expect(chat.client.getState().site).not.toBeNull());
}

async function write(text: string) {
  const field = document.querySelector("textarea") ?? expect.unreachable();
  field.value = text;
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
}

test("articles that help most are offered, then those that fit the words, and one is read over the window", async () => {
  await begin(true);
  await vi.waitFor(() => expect(offered()).toEqual(["Сроки доставки"]), 10_000);
  await write("вернуть");
  await vi.waitFor(() => expect(offered()).toEqual(["Как вернуть товар"]), 10_000);
  await write("вернуть щщщ");
  await vi.waitFor(() => expect(asked.at(-1)).toContain(encodeURIComponent("щщщ")), 10_000);
  expect(offered()).toEqual(["Как вернуть товар"]);
  document.querySelector<HTMLElement>("section li button")?.click();
  await vi.waitFor(() => expect(document.querySelector("[role=dialog] strong")?.textContent).toBe("14 дней"), 10_000);
  expect(document.querySelector("[role=dialog] a")?.getAttribute("href")).toBe("/help/KEY/ru/1");
  document.querySelector<HTMLElement>("[role=dialog] button")?.click();
  await vi.waitFor(() => expect(document.querySelector("[role=dialog]")).toBeNull(), 10_000);
  expect(document.querySelector("textarea")?.value).toBe("вернуть щщщ");
});

test("a site that does not offer articles is asked for none", async () => {
  await begin(false);
  await vi.waitFor(() => expect(document.querySelector("textarea")).not.toBeNull());
  expect(document.querySelector("section li")).toBeNull();
  expect(asked).toEqual([]);
});
