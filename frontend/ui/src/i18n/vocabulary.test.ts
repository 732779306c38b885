import { expect, test } from "vitest";
import { foreignWords } from "./vocabulary";

test.each([
  ["ru", "Клиент завершил разговор", "Клиент"],
  ["ru", "Свернуть чат", "чат"],
  ["ru", "Закрыть беседу", "бесед"],
  ["uk", "Завершити розмову", "розмов"],
  ["uk", "Час клієнта", "клієнт"],
  ["en", "Chat with us", "Chat"],
  ["en", "You are on line.", "on line"],
])("in %s «%s» is found out by “%s”", (language, text, word) => {
  expect(foreignWords({ key: text }, language)).toEqual([`key: "${word}"`]);
});

test.each([
  ["ru", "Добро пожаловать в Беседу: диалог с посетителем, часть страницы, почта"],
  ["uk", "Вітаємо в Бесіді: діалог із відвідувачем, частина сторінки"],
  ["en", "The visitor ended the conversation"],
])("in %s «%s» is how we speak", (language, text) => {
  expect(foreignWords({ key: text }, language)).toEqual([]);
});

test("texts about clients of a site call them so, others mean visitors", () => {
  expect(foreignWords({ "clients.lead": "Клиенты сайта" }, "ru")).toEqual([]);
  expect(foreignWords({ "settings.lead": "Клиенты сайта" }, "ru")).toHaveLength(1);
});
