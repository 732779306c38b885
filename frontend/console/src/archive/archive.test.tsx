import type { FakeServer } from "@beseda/client/testing";
import { afterEach, expect, test, vi } from "vitest";
import { openConsole, type Stage } from "../testing/stage";
import { dayOf } from "./days";

let stage: Stage | undefined;

afterEach(() => {
  stage?.leave();
  stage = undefined;
});

const today = () => dayOf(Date.now());
const wide = () => `from=2026-01-01&until=${today()}`;
const gone = (selector: string) => () => document.querySelector(selector) === null;

function twoTalks(server: FakeServer): void {
  const anna = server.ask("Анна", "Есть ли чёрный чайник?");
  server.take(anna, "olga");
  server.say(anna, "olga", "Чайники будут в четверг");
  server.say(anna, null, "Отложите один чайник");
  server.finish(anna, "operator");
  const oleg = server.ask("Олег", "Где мой заказ?");
  server.take(oleg, "pavel");
}

test("it opens on today, operator by operator, with each conversation unfolding where it was led", async () => {
  stage = await openConsole("/archive", {}, twoTalks);
  const olga = await stage.find("section[aria-label='Ольга Смирнова']", "1 диалог");
  expect([...olga.querySelectorAll("li")].map(({ textContent }) => textContent)).toEqual([
    expect.stringContaining("На линии"),
    expect.stringContaining("Пропущено предложение"),
    expect.stringContaining("пропущены предложения"),
    expect.stringContaining("Снова на линии"),
    expect.stringContaining("Взят диалог"),
    expect.stringContaining("Первый ответ"),
    expect.stringContaining("Диалог завершён"),
  ]);
  await stage.click("section[aria-label='Ольга Смирнова'] li button", "Анна");
  await stage.find("section[aria-label='Ольга Смирнова'] li", "Чайники будут в четверг");
  await stage.find("section[aria-label='Павел Ким']", "Олег");
  expect(location.search).toBe("");
  await stage.click("button[aria-label='Предыдущий день']");
  await stage.find("p", "В этот день никто не работал");
  expect(location.search).toMatch(/^\?from=.+&until=/);
});

test("words that were not said today are sought through the year at a click", async () => {
  stage = await openConsole("/archive?words=самокат", {}, twoTalks);
  await stage.click("button", "Искать за последний год");
  expect(new URLSearchParams(location.search).get("words")).toBe("самокат");
  expect(new URLSearchParams(location.search).get("until")).toBe(today());
  await stage.until(
    () => ![...document.querySelectorAll("button")].some((button) => button.textContent === "Искать за последний год"),
  );
  await stage.find("p", "Ничего не найдено");
});

test("words find conversations with the words marked; one of them opens beside with the way from place to place", async () => {
  stage = await openConsole(`/archive?${wide()}&words=чайник`, {}, twoTalks);
  await stage.find("h2", "Найден 1");
  expect([...document.querySelectorAll("a[data-row] mark")].map((mark) => mark.textContent)).toEqual([
    "чайник",
    "Чайники",
    "чайник",
  ]);
  await stage.click("a[data-row]", "Анна");
  await stage.find("section[data-printed=conversation] [role=status]", "1 из 3");
  await stage.find("[data-linked]", "Есть ли чёрный чайник?");
  await stage.click("button[aria-label='Следующее найденное место']");
  await stage.find("[data-linked]", "Чайники будут в четверг");
  await stage.press("body", "g");
  expect(location.pathname).toBe("/archive/c1");
  expect(decodeURIComponent(location.search)).toContain("words=чайник");
  await stage.click("section[data-printed=conversation] button[aria-label='Закрыть']");
  await stage.until(gone("section[data-printed=conversation]"));
  expect(location.pathname).toBe("/archive");
});

test("a link to a message opens it among what was found, and nothing of it can be answered or changed", async () => {
  stage = await openConsole("/archive/c1#m4", {}, twoTalks);
  await stage.find("[data-linked]", "Чайники будут в четверг");
  expect(document.querySelector("textarea, [aria-label='Ответить с цитатой']")).toBeNull();
});

test("what the filters ask stands in the address and in chips, which take it away again", async () => {
  stage = await openConsole("/archive", {}, twoTalks);
  await stage.click("button", "Фильтры");
  await stage.type("[data-archive-words]", "заказ");
  await stage.press("[data-archive-words]", "Enter");
  await stage.find("h2", "Найден 1");
  await stage.click("label", "Только без ответа");
  await stage.find("p", "Ничего не найдено");
  const asked = new URLSearchParams(location.search);
  expect(Object.fromEntries(asked)).toEqual({ from: today(), until: today(), words: "заказ", missed: "true" });
  await stage.click("button[aria-label='Убрать: Без ответа']");
  await stage.find("a[data-row]", "Олег");
  await stage.click("ul button", "Сбросить всё");
  await stage.find("section[aria-label='Павел Ким']");
  expect(location.search).toBe("");
  expect(((await stage.find("[data-archive-words]")) as HTMLInputElement).value).toBe("");
});

test("what cannot be looked for is told at its field, and stays as it was typed", async () => {
  stage = await openConsole(`/archive?from=2026-11-20&until=2026-11-19&words=%22-`, {}, twoTalks);
  await stage.click("section[data-printed=list] p ~ div button", "Фильтры");
  await stage.find("search", "Конец периода раньше начала");
  await stage.find("search", "Нужно хотя бы одно слово");
  expect(((await stage.find("[data-archive-words]")) as HTMLInputElement).value).toBe('"-');
  await stage.find("section", "Проверьте отмеченное в фильтрах");
});

test("late answers say by how much, in the list and at the message", async () => {
  stage = await openConsole(`/archive?${wide()}&late=true`, {}, (server) => {
    const now = vi.spyOn(Date, "now");
    const real = Date.now();
    now.mockReturnValue(real - 20 * 60_000);
    const anna = server.ask("Анна", "Где мой заказ?");
    server.take(anna, "olga");
    now.mockReturnValue(real - 20 * 60_000 + 8 * 60_000 + 12_000);
    server.say(anna, "olga", "Уже везём");
    now.mockRestore();
    twoTalks(server);
  });
  const row = await stage.find("a[data-row]", "опоздал на 3 мин 12 с");
  expect(document.querySelectorAll("a[data-row]")).toHaveLength(1);
  row.click();
  await stage.find("section[data-printed=conversation] [data-seq='4']", "опоздал на 3 мин 12 с");
});

test("what was found is exported with all its filters", async () => {
  stage = await openConsole(`/archive?${wide()}&words=чайник`, {}, twoTalks);
  const asked: string[] = [];
  const saved = vi.spyOn(HTMLAnchorElement.prototype, "click").mockReturnValue();
  const { fetch } = globalThis;
  globalThis.fetch = ((address: string, init?: RequestInit) => {
    if (address.includes("/export")) asked.push(address);
    return fetch(address, init);
  }) as typeof fetch;
  await stage.find("h2", "Найден 1");
  await stage.click("button:not([disabled])", "Выгрузить");
  await stage.click("[role=menuitem][aria-label='Сообщения, CSV']");
  await stage.until(() => saved.mock.contexts.some((link) => (link as HTMLAnchorElement).download.endsWith(".csv")));
  saved.mockRestore();
  const parameters = Object.fromEntries(new URL(asked[0] ?? "", "https://chat.example").searchParams);
  expect(parameters).toMatchObject({ words: "чайник", from: "2026-01-01", format: "csv", rows: "messages" });
});

test("whoever may not read everything has no way to it", async () => {
  stage = await openConsole("/archive", { role: "operator" }, twoTalks);
  await stage.find("p", "Сюда вам нельзя");
  expect(document.querySelector("nav [aria-label='Архив']")).toBeNull();
});

test("a failure can be tried again", async () => {
  stage = await openConsole("/archive", {}, twoTalks);
  await stage.find("section[aria-label='Павел Ким']");
  stage.rest.scene.broken = "/api/archive";
  await stage.click("button", "Фильтры");
  await stage.type("[data-archive-words]", "заказ");
  await stage.find("[role=alert] button", "Повторить");
  stage.rest.scene.broken = null;
  await stage.click("[role=alert] button", "Повторить");
  await stage.find("a[data-row]", "Олег");
});

test("notes stand among what was said, and their words are looked for where that is chosen", async () => {
  stage = await openConsole(`/archive?${wide()}&words=скидка`, {}, (server) => {
    twoTalks(server);
    const now = vi.spyOn(Date, "now");
    const real = Date.now();
    const at = (seconds: number) => now.mockReturnValue(real + seconds * 1000);
    at(-60);
    const ira = server.ask("Ира", "Сколько стоит самовар?");
    server.take(ira, "olga");
    at(-40);
    server.note(ira, "pavel", "Ей скидка десять процентов");
    at(-20);
    server.say(ira, "olga", "Пять тысяч");
    server.finish(ira, "operator");
    now.mockRestore();
  });
  await stage.find("p", "Ничего не найдено");
  await stage.click("button", "Фильтры");
  await stage.click("label", "Искать и в заметках операторов");
  const hit = await stage.find("a[data-row] [data-side=note]", "Ей скидка десять процентов");
  expect(hit.querySelector("mark")?.textContent).toBe("скидка");
  await stage.click("a[data-row]", "Ира");
  const note = await stage.find("[data-linked][data-note]", "Ей скидка десять процентов");
  expect(note.dataset.seq).toMatch(/^note-\d+$/);
  expect(location.hash).toMatch(/^#note-\d+$/);
  await stage.find("section[data-printed=conversation] [role=status]", "1 из 1");
  const said = [...document.querySelectorAll("[role=log] [data-seq]")].map(({ textContent }) => textContent);
  expect(said.map((text) => /самовар|скидка|Пять тысяч/.exec(text ?? "")?.[0])).toEqual([
    "самовар",
    "скидка",
    "Пять тысяч",
  ]);
});

test("a link to a message of a conversation that the filters don't find opens it with what the archive knows", async () => {
  stage = await openConsole(`/archive/c1?${wide()}&words=заказ#m4`, {}, twoTalks);
  await stage.find("[data-linked]", "Чайники будут в четверг");
  await stage.find("a[data-row]", "Олег");
  await stage.find("section[data-printed=conversation] header", "Ольга Смирнова");
});

test("an export tells how far it is, and calling it off ends it", async () => {
  stage = await openConsole(`/archive?${wide()}`, {}, twoTalks);
  await stage.find("a[data-row]", "Олег");
  const around = globalThis.fetch;
  let ended = false;
  globalThis.fetch = (async (address: string, init?: RequestInit) => {
    if (!address.includes("/export")) return around(address, init);
    const body = new ReadableStream<Uint8Array>({
      start: (stream) => {
        stream.enqueue(new Uint8Array(2_000_000));
        init?.signal?.addEventListener("abort", () => {
          ended = true;
          stream.error(new DOMException("called off", "AbortError"));
        });
      },
    });
    return new Response(body, { headers: { "X-Beseda-Rows": "1000000" } });
  }) as typeof fetch;
  await stage.click("button", "Выгрузить");
  await stage.click("[role=menuitem][aria-label='Сообщения, CSV']");
  const progress = await stage.find("header span", "Выгружаем CSV: ");
  await stage.until(() => progress.textContent?.includes("МБ") === true);
  expect(progress.textContent).toMatch(/1.000.000 строк/);
  await stage.click("button", "Отмена");
  await stage.find("button:not([disabled])", "Выгрузить");
  expect(ended).toBe(true);
  globalThis.fetch = around;
});
