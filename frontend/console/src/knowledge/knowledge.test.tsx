import { afterEach, expect, test } from "vitest";
import { openConsole, type Stage } from "../testing/stage";

let stage: Stage | undefined;
/** While something is being saved it takes no press. */
const submit = "button[type=submit]:not(:disabled):not([data-loading])";

afterEach(() => {
  stage?.leave();
  stage = undefined;
});

test("articles stand in folders within folders and are found by a word of their text", async () => {
  stage = await openConsole("/knowledge", { role: "administrator" });
  await stage.find("summary", "Доставка");
  await stage.find("details details summary", "Сроки");
  await stage.find("nav a", "Как вернуть товар");
  await stage.type("nav input[type=search]", "14 дней");
  await stage.until(() => !document.body.textContent?.includes("Самовывоз"));
  await stage.find("nav a", "Как вернуть товар");
});

test("a new article is published, changed as a draft, and an older version comes back into the editor", async () => {
  stage = await openConsole("/knowledge", { role: "supervisor" });
  const { rest } = stage;
  await stage.click("nav button[aria-label='Новая статья']");
  await stage.type("form input[maxlength='150']", "Гарантия");
  await stage.type("form input[maxlength='190']", "Возврат");
  await stage.click(submit, "Опубликовать");
  await stage.find("nav a[aria-current]", "Гарантия");
  const made = rest.articles.all.at(-1);
  expect(made?.texts[0]?.head).toMatchObject({ folder: "Возврат", title: "Гарантия", version: 1, published: 1 });
  await stage.type("form input[maxlength='150']", "Гарантия и ремонт");
  await stage.click("form button:not(:disabled)", "Сохранить черновик");
  await stage.find("form", "Есть правки");
  expect(rest.articles.all.at(-1)?.texts[0]?.published).toMatchObject({ number: 1, title: "Гарантия" });
  await stage.click(submit, "Опубликовать");
  await stage.until(() => rest.articles.all.at(-1)?.texts[0]?.head.published === 2);
  expect(rest.articles.all.at(-1)?.texts[0]).toMatchObject({ head: { version: 2 }, published: null });
  await stage.click("details summary", "Версии");
  await stage.click("li summary", "Версия 1");
  await stage.click("li details[open] button", "Вернуть эту версию");
  await stage.until(
    () => document.querySelector<HTMLInputElement>("form input[maxlength='150']")?.value === "Гарантия",
  );
});

test("an operator reads what is published and writes nothing", async () => {
  stage = await openConsole("/knowledge/k1", { role: "operator" });
  await stage.find("article", "Довезём за 3–5 дней.");
  await stage.until(() => document.querySelector("a[href^='/help/'][href$='/ru/k1']") !== null);
  expect(document.querySelector("form")).toBeNull();
  expect(document.querySelector("nav button[aria-label='Новая статья']")).toBeNull();
});

test("an article of other sites too is read by who writes those of his own, and says why", async () => {
  stage = await openConsole("/knowledge", { role: "supervisor" });
  const shared = stage.rest.articles.all.find(({ id }) => id === "k1");
  if (shared) shared.mayChange = false;
  await stage.click("nav a", "Когда привезут заказ");
  await stage.find("article", "Довезём за 3–5 дней.");
  await stage.find("p", "её меняет тот, кто работает со всеми");
  expect(document.querySelector("form")).toBeNull();
  await stage.click("nav a", "Самовывоз");
  await stage.find("form input[maxlength='150']");
});

test("beside a conversation an article is found and its text or its link goes into the answer", async () => {
  stage = await openConsole("/conversations/c1", {}, (server) => {
    server.take(server.ask("Анна", "Где заказ?"), "olga");
  });
  const field = (await stage.find("footer textarea")) as HTMLTextAreaElement;
  await stage.type("footer textarea", "Смотрите:");
  await stage.click("button[aria-label='Найти в базе знаний']");
  await stage.type("search input", "самовывоз");
  await stage.find("search [role=option][aria-selected=true]", "Самовывоз");
  await stage.find("search [data-formatted]", "Забрать можно");
  await stage.press("search input", "Enter");
  await stage.until(() => field.value === "Смотрите:\nЗабрать можно сегодня до восьми.");
  await stage.until(() => document.querySelector("search") === null);
  await stage.click("button[aria-label='Найти в базе знаний']");
  await stage.type("search input", "самовывоз");
  await stage.click("search button", "Вставить ссылку");
  await stage.until(() => field.value.endsWith("\nСамовывоз — https://chat.example/help/key/ru/k2"));
});
