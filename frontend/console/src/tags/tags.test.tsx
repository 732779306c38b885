import { afterEach, expect, test } from "vitest";
import { openConsole, type Stage } from "../testing/stage";

let stage: Stage | undefined;

afterEach(() => {
  stage?.leave();
  stage = undefined;
});

const tag = (id: string, name: string, retired = false) => ({ id, name, colour: "red", retired });

test("tags are put on by the keyboard, shown everywhere, told in the log and taken off in the panel", async () => {
  stage = await openConsole("/conversations/c1", {}, (server) => {
    server.tags = [tag("t1", "Возврат"), tag("t2", "Опт"), tag("t3", "Старая", true)];
    server.take(server.ask("Анна", "Где заказ?"), "olga");
  });
  await stage.find("[role=log]", "Где заказ?");
  if (document.querySelector("aside") === null) await stage.click("header button[aria-expanded]");
  await stage.click("aside button", "Метка");
  await stage.type("[role=combobox][aria-controls=tag-options]", "jgn");
  await stage.find("[role=option]", "Опт");
  expect(document.querySelectorAll("#tag-options [role=option]")).toHaveLength(1);
  await stage.press("[role=combobox][aria-controls=tag-options]", "Enter");
  await stage.find("#tag-options [role=option][aria-selected=true]", "Опт");
  await stage.find("[role=log]", "поставлена метка «Опт»");
  await stage.find("header [role=img][aria-label='Метки: Опт']");
  expect(stage.server.store.conversations.get("c1")?.header.tags).toEqual(["t2"]);
  await stage.click("[role=dialog] button[aria-label='Закрыть']");
  await stage.click("[aria-label='Снять метку «Опт»']");
  await stage.find("[role=log]", "снята метка «Опт»");
  await stage.until(() => document.querySelector("[aria-label='Снять метку «Опт»']") === null);
});

test("an administrator keeps the list: a new tag, and one that is retired", async () => {
  stage = await openConsole("/settings/tags", {}, (server) => {
    server.tags = [tag("t1", "Возврат")];
  });
  await stage.click("button", "Новая метка");
  await stage.type("[role=dialog] input[type=text], [role=dialog] input:not([type])", "Опт");
  await stage.click("[role=dialog] [aria-label='Зелёный']");
  await stage.click("[role=dialog] button[type=submit]");
  await stage.find("main li", "Опт");
  expect(stage.server.tags.at(-1)).toMatchObject({ name: "Опт", colour: "green", retired: false });
  await stage.click("main li button", "Возврат");
  await stage.click("[role=dialog] [role=switch], [role=dialog] input[type=checkbox]");
  await stage.click("[role=dialog] button[type=submit]");
  await stage.find("main li", "отменена");
  expect(stage.server.tags[0]).toMatchObject({ name: "Возврат", retired: true });
});
