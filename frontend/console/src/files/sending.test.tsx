import { afterEach, expect, test, vi } from "vitest";
import { openConsole, type Stage } from "../testing/stage";

vi.setConfig({ testTimeout: 30_000 });

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

let stage: Stage | undefined;

afterEach(() => stage?.leave());

test("an answer sent right after choosing a file waits for what loads files", async () => {
  stage = await openConsole("/conversations/c1", {}, (server) => {
    server.take(server.ask("Анна", "Пришлёте гарантию?"), "olga");
  });
  const said = () => stage?.server.store.conversations.get("c1")?.public.at(-1)?.body;
  const around = globalThis.fetch;
  globalThis.fetch = (async (address: string, init: RequestInit = {}) => {
    if (!address.startsWith("/api/uploads")) return around(address, init);
    const file = { id: "f1", name: "гарантия.pdf", kind: "document", type: "application/pdf", size: 5 };
    const begun = init.method === "POST";
    const whole = { ...file, width: null, height: null };
    return Response.json({ id: "f1", size: 5, offset: begun ? 0 : 5, piece: 5, file: begun ? null : whole });
  }) as typeof fetch;
  await stage.type("footer textarea", "Вот она");
  const input = (await stage.find("input[type=file]")) as HTMLInputElement;
  Object.defineProperty(input, "files", { value: [new File(["12345"], "гарантия.pdf")], configurable: true });
  input.dispatchEvent(new Event("change", { bubbles: true }));
  await stage.press("footer textarea", "Enter");
  await stage.find("#editor-state", "Отправится само");
  expect(said()).not.toMatchObject({ text: "Вот она" });

  gate.open();
  await stage.until(() => (said() as { text?: string } | undefined)?.text === "Вот она");
});
