import { browserEnvironment } from "@beseda/client";
import { FakeServer } from "@beseda/client/testing";
import { render } from "preact";
import { afterEach, expect, test, vi } from "vitest";
import { App } from "../App";
import { type Chat, startChat } from "../chat/chat";
import { loadTexts } from "../i18n/texts";

const gate = vi.hoisted(() => {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, opened };
});
vi.mock("./Tray", async (original) => {
  await gate.opened;
  return await original();
});

let chat: Chat;
const place = document.body.appendChild(document.createElement("div"));

afterEach(() => {
  render(null, place);
  chat.client.stop();
  vi.unstubAllGlobals();
});

const find = async <T extends Element>(selector: string): Promise<T> =>
  await vi.waitFor(() => document.querySelector<T>(selector) ?? expect.unreachable(selector), { timeout: 20_000 });

/** Loads every file at once. */
async function load(_: unknown, init: RequestInit = {}): Promise<Response> {
  const size = 5;
  const file = { id: "f1", name: "чек.txt", kind: "document", type: "text/plain", size, width: null, height: null };
  const begun = init.method === "POST";
  return Response.json({ id: "f1", size, offset: begun ? 0 : size, piece: size, file: begun ? null : file });
}

test("what is sent right after choosing a file waits for what loads files, and takes the file along", async () => {
  vi.stubGlobal("fetch", vi.fn(load));
  const server = new FakeServer(browserEnvironment());
  const alone = { start: null, say: () => {}, listen: () => {} };
  chat = startChat(alone, "KEY", server.environment(browserEnvironment()));
  const send = vi.spyOn(chat.client, "send");
  render(<App chat={chat} first={await loadTexts("ru")} />, place);
  const input = await find<HTMLInputElement>("input[type=file]");
  const field = await find<HTMLTextAreaElement>("textarea");
  field.value = "Вот чек";
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
  Object.defineProperty(input, "files", { value: [new File(["12345"], "чек.txt")], configurable: true });
  input.dispatchEvent(new Event("change", { bubbles: true }));
  await Promise.resolve();
  field.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true }));
  expect((await find("form [role=status]")).textContent).toContain("Отправится само");
  expect(field.value).toBe("Вот чек");

  expect(send).not.toHaveBeenCalled();

  gate.open();
  await vi.waitFor(() => expect(field.value).toBe(""), { timeout: 20_000 });
  expect(send).toHaveBeenCalledExactlyOnceWith("Вот чек", [expect.objectContaining({ id: "f1" })]);
});
