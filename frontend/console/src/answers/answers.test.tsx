import { afterEach, expect, test, vi } from "vitest";
import { openConsole, type Stage } from "../testing/stage";

vi.setConfig({ testTimeout: 30_000 });

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
