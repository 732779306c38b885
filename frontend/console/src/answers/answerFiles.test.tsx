import { afterEach, expect, test } from "vitest";
import { openConsole, type Stage } from "../testing/stage";
import { chooseFile, takeUploads } from "../testing/uploads";

let stage: Stage | undefined;

afterEach(() => {
  stage?.leave();
  stage = undefined;
});

test("a file is uploaded into an answer, stands in its preview, and is taken out again", async () => {
  stage = await openConsole("/settings/answers", { role: "administrator" });
  takeUploads();
  await stage.click("button", "Сроки доставки");
  chooseFile(await stage.find("[role=dialog] input[type=file]"));
  await stage.find("[role=dialog] li[data-state=ready]", "гарантия.pdf");
  await stage.type("[role=dialog] textarea", "{visitor.name|Здравствуйте}, вот гарантия.");
  await stage.find("[role=dialog] figure li", "гарантия.pdf");
  await stage.click("[role=dialog] button[type=submit]");
  await stage.until(() => document.querySelector("[role=dialog]") === null);
  const stored = () => stage?.rest.answers.find(({ id }) => id === "a3")?.files.map(({ id }) => id);
  expect(stored()).toEqual(["f1"]);
  await stage.find("li [title='1 файл']");

  await stage.click("button", "Сроки доставки");
  await stage.click("[role=dialog] li[data-state=ready] button");
  await stage.click("[role=dialog] button[type=submit]");
  await stage.until(() => document.querySelector("[role=dialog]") === null);
  expect(stored()).toEqual([]);
});

async function talking() {
  stage = await openConsole("/conversations/c1", {}, (server) => {
    server.take(server.ask("Анна", "Как проехать?"), "olga");
  });
  const { server } = stage;
  const field = (await stage.find("textarea")) as HTMLTextAreaElement;
  const press = (key: string, ctrlKey = false) =>
    field.dispatchEvent(new KeyboardEvent("keydown", { key, ctrlKey, bubbles: true, cancelable: true }));
  const last = () => server.store.conversations.get("c1")?.public.at(-1)?.body;
  await stage.type("textarea", "/схема");
  await stage.find("[role=option][aria-selected=true]", "Схема проезда");
  return { stage, field, press, last };
}

test("inserting puts the files into the tray, from where they go with the words", async () => {
  const { stage, field, press, last } = await talking();
  expect((await stage.find("img[alt='схема.png']")).getAttribute("src")).toBe("/api/files/f7?size=small");
  press("Enter");
  await stage.find("li[data-state=ready]", "схема.png");
  expect(field.value).toBe("Мы вот здесь.");
  press("Enter");
  await stage.until(() => (last() as { files?: { id: string }[] }).files?.[0]?.id === "f7-sent");
  expect(last()).toMatchObject({ text: "Мы вот здесь." });
  await stage.until(() => document.querySelector("li[data-state]") === null);
});

test("sending at once waits for the files", async () => {
  const { stage, field, press, last } = await talking();
  press("Enter", true);
  await stage.until(() => (last() as { files?: { id: string }[] }).files?.[0]?.id === "f7-sent");
  expect(last()).toMatchObject({ text: "Мы вот здесь." });
  expect(field.value).toBe("");
});

test("what can't be brought is told, and nothing is sent without it", async () => {
  const { stage, field, press, last } = await talking();
  const around = globalThis.fetch;
  globalThis.fetch = (async (address: string, init?: RequestInit) =>
    address.endsWith("/files")
      ? new Response(JSON.stringify({ code: "file_too_large", detail: "Файл больше 1 МБ" }), {
          status: 413,
          headers: { "Content-Type": "application/problem+json" },
        })
      : around(address, init)) as typeof fetch;
  press("Enter", true);
  await stage.find("[role=alert]", "Файл больше 1 МБ");
  expect(field.value).toBe("Мы вот здесь.");
  expect(last()?.type).toBe("joined");
});

test("a note takes the words alone, and says so", async () => {
  const { stage, field, press } = await talking();
  press("Escape");
  await stage.type("textarea", "");
  await stage.click("label", "Заметка");
  await stage.type("footer textarea", "/схема");
  await stage.find("[role=option][aria-selected=true]", "Схема проезда");
  await stage.press("footer textarea", "Enter");
  await stage.find("[role=alert]", "вставлен только текст");
  expect(field.isConnected).toBe(true);
  expect(document.querySelector("li[data-state]")).toBeNull();
});
