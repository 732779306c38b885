import { afterEach, expect, test } from "vitest";
import { openConsole, type Stage } from "../testing/stage";

let stage: Stage | undefined;

afterEach(() => {
  stage?.leave();
  stage = undefined;
});

test("answers stand under their folders, are found by a word, and a new one is saved where it belongs", async () => {
  stage = await openConsole("/settings/answers", { role: "administrator" });
  await stage.find("h3", "Приветствия");
  await stage.find("button", "Сроки доставки");
  await stage.type("input[type=search]:not([placeholder='Найти настройку'])", "14 дней");
  await stage.until(() => !document.body.textContent?.includes("Сроки доставки"));
  await stage.find("button", "Условия возврата");
  await stage.click("button", "Новый ответ");
  await stage.type("[role=dialog] input[required]", "Чек");
  await stage.type("[role=dialog] textarea", "Чек пришлём, {nobody}.");
  await stage.click("[role=dialog] button[type=submit]");
  await stage.find("[role=dialog] .mantine-InputWrapper-error", "такого имени нет: nobody");
  await stage.type("[role=dialog] textarea", "{visitor.name|Добрый день}, чек пришлём.");
  await stage.find("[role=dialog] figure", "Мария, чек пришлём.");
  await stage.find("[role=dialog] figure", "Добрый день, чек пришлём.");
  await stage.click("[role=dialog] button[type=submit]");
  await stage.until(() => document.querySelector("[role=dialog]") === null);
  expect(stage.rest.answers.at(-1)).toMatchObject({ own: false, title: "Чек", department: null, language: null });
});

test("an operator reads the common ones and keeps own ones", async () => {
  stage = await openConsole("/settings/answers", { role: "operator" });
  await stage.find("li", "Сроки доставки");
  expect(document.querySelector("li button")).toBeNull();
  await stage.click("label", "Мои");
  await stage.click("li button", "Моя подпись");
  await stage.click("[role=dialog] button", "Удалить");
  await stage.click("[role=dialog] button", "Точно удалить?");
  await stage.until(() => document.querySelector("[role=dialog]") === null);
  expect(stage.rest.answers.some(({ id }) => id === "a5")).toBe(false);
});

async function talking(name = "Анна") {
  stage = await openConsole("/conversations/c1", {}, (server) => {
    server.take(server.ask(name, "Где заказ?"), "olga");
  });
  await stage.find("textarea");
  const { server, rest } = stage;
  const said = () =>
    server.store.conversations
      .get("c1")
      ?.public.flatMap(({ author, body }) =>
        body.type === "message" && author.kind === "operator" ? [body.text] : [],
      );
  const field = async () => (await stage?.find("textarea")) as HTMLTextAreaElement;
  const press = async (key: string, ctrlKey = false) =>
    (await field()).dispatchEvent(new KeyboardEvent("keydown", { key, ctrlKey, bubbles: true, cancelable: true }));
  return { stage, rest, said, field, press };
}

test("a slash opens the list, keys choose, Enter inserts with the names filled in, and the use is counted", async () => {
  const { stage, rest, said, field, press } = await talking();
  await stage.type("textarea", "Секунду. /здр");
  await stage.find("[role=option][aria-selected=true]", "Здравствуйте");
  expect((await field()).getAttribute("aria-activedescendant")).toBe("ready-answer-a1");
  await press("Enter");
  await stage.until(() => document.querySelector("[role=listbox]") === null);
  expect((await field()).value).toBe("Секунду. Анна, меня зовут Ольга Смирнова. Чем помочь?");
  expect(said()).toEqual([]);
  await stage.until(() => rest.answers.find(({ id }) => id === "a1")?.used === 121);
  await stage.type("textarea", "/");
  await stage.find("[role=option][aria-selected=true]", "Здравствуйте");
  await press("ArrowDown");
  await stage.find("[role=option][aria-selected=true]", "Сроки доставки");
  await press("Escape");
  await stage.until(() => document.querySelector("[role=listbox]") === null);
  expect((await field()).value).toBe("/");
});

test("Ctrl+Enter sends at once, but not with a gap where the name should be", async () => {
  const { stage, said, field, press } = await talking("");
  await stage.type("textarea", "/условия");
  await stage.find("[role=option][aria-selected=true]", "Условия возврата");
  await press("Enter", true);
  await stage.until(() => said()?.[0] === "Вернуть можно в течение 14 дней.");
  expect((await field()).value).toBe("");
  await stage.type("textarea", "/по имени");
  await stage.find("[role=option][aria-selected=true]", "По имени");
  await stage.find("p", "Неизвестно: имя посетителя");
  await press("Enter", true);
  await stage.find("[role=alert]", "Не отправлено. Впишите: имя посетителя.");
  expect((await field()).value).toBe(", минуту!");
  expect(said()).toHaveLength(1);
});

test("what is no ready answer is sent as it was typed", async () => {
  const { stage, said, press } = await talking();
  await stage.type("textarea", "/щщщщ");
  await stage.find("p", "Такого ответа нет");
  await press("Enter");
  await stage.until(() => said()?.[0] === "/щщщщ");
});

test("a file with a bad line says which, and that nothing has changed", async () => {
  stage = await openConsole("/settings/answers", { role: "administrator" });
  const input = (await stage.find("input[type=file]")) as HTMLInputElement;
  Object.defineProperty(input, "files", { value: [new File(["title,text\n"], "a.csv")] });
  input.dispatchEvent(new Event("change", { bubbles: true }));
  await stage.find("[role=dialog] [role=alert]", "Ничего не изменилось");
  await stage.find("[role=dialog] li", "Строка 12, «Текст»: Переменных такого имени нет: nobody");
});
