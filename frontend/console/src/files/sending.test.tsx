import { afterEach, expect, test, vi } from "vitest";
import { openConsole, type Stage } from "../testing/stage";
import { chooseFile, takeUploads } from "../testing/uploads";

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
  takeUploads();
  await stage.type("footer textarea", "Вот она");
  chooseFile(await stage.find("input[type=file]"));
  await stage.press("footer textarea", "Enter");
  await stage.find("#editor-state", "Отправится само");
  expect(said()).not.toMatchObject({ text: "Вот она" });

  gate.open();
  await stage.until(() => (said() as { text?: string } | undefined)?.text === "Вот она");
});
