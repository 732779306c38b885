import type { DetachedWindowAPI } from "happy-dom";
import { afterEach, expect, test } from "vitest";
import { openConsole, type Stage } from "../testing/stage";

let stage: Stage | undefined;

afterEach(() => {
  stage?.leave();
  stage = undefined;
  (window as unknown as { happyDOM: DetachedWindowAPI }).happyDOM.setViewport({ width: 1440, height: 900 });
});

const card = "section[aria-label='Предложения'] article";

async function offered(path = "/"): Promise<Stage> {
  stage = await openConsole(path, {}, (server) => {
    server.offer(server.ask("Анна", "Где заказ?", { city: "Пермь" }), "olga", 30_000);
  });
  await stage.find(card, "Анна");
  return stage;
}

const stored = () =>
  stage?.server.store.conversations.get("c1") as NonNullable<
    ReturnType<Stage["server"]["store"]["conversations"]["get"]>
  >;

test("an offered question says who, where from and what, and is taken with its button", async () => {
  const { find, click, until } = await offered();
  await find(card, "Пермь");
  await find(card, "Где заказ?");
  await click(`${card} button`, "Взять");
  await until(() => stored().header.owner === "olga");
  await until(() => document.querySelector(card) === null);
  expect(location.pathname).toBe("/conversations/c1");
});

test("Enter takes it, but not while something is written", async () => {
  const { find, until, server } = await offered("/conversations/c2");
  server.take(server.ask("Олег", "А мой?"), "olga");
  const field = await find("textarea");
  field.focus();
  const enter = () => new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true });
  const begun = performance.now();
  await until(() => {
    field.dispatchEvent(enter());
    return performance.now() > begun + 700;
  });
  expect(stored().header.state).toBe("offered");
  field.blur();
  document.body.dispatchEvent(enter());
  await until(() => stored().header.owner === "olga");
});

test("the open conversation carries the offer in its foot, and no card says it twice", async () => {
  stage = await openConsole("/conversations/c1", {}, (server) => {
    server.offer(server.ask("Анна", "Где заказ?"), "olga", 30_000);
  });
  const { find, click, until, server } = stage;
  await find("footer [role=timer]");
  await find("footer", "Вопрос предложен вам");
  expect(document.querySelector(card)).toBeNull();
  await click("footer button", "Отказаться");
  await until(() => stored().header.state === "waiting");
  expect(document.querySelector("section[aria-label='Предложения'] p")).toBeNull();
  server.take(stored(), "pavel");
  server.handOver(stored(), "olga", null, "Спрашивает про возврат");
  await find("footer", "Спрашивает про возврат");
  await click("footer button", "Принять");
  await until(() => stored().header.owner === "olga");
});

test("where there is no room it is a bar that opens into cards", async () => {
  (window as unknown as { happyDOM: DetachedWindowAPI }).happyDOM.setViewport({ width: 390, height: 844 });
  const { find, click, until } = await offered();
  await find(`${card} [role=timer]`);
  expect((await find(card)).textContent).not.toContain("Отказаться");
  await click("section[aria-label='Предложения'] button[aria-label=Подробнее]");
  await click(`${card} button`, "Отказаться");
  await until(() => stored().header.state === "waiting");
});

test("a refused question goes away without a word, a late one and a taken one say why", async () => {
  const { click, find, until, server } = await offered();
  await click(`${card} button`, "Отказаться");
  await until(() => stored().header.state === "waiting" && document.querySelector(card) === null);
  expect(document.querySelector("section[aria-label='Предложения'] p")).toBeNull();
  server.offer(stored(), "olga", 30_000);
  await find(card, "Анна");
  server.take(stored(), "pavel");
  await find("section[aria-label='Предложения'] p", "Вопрос взял другой: Павел Ким");
  server.giveBack(stored());
  server.offer(stored(), "olga", 300);
  await find(card, "Анна");
  const over = stored().header.offer?.until ?? 0;
  await until(() => Date.now() > over);
  server.offer(stored(), "pavel", 30_000);
  await find("section[aria-label='Предложения'] p", "Время вышло");
});

test("a conversation handed over to me shows the note and is accepted or declined", async () => {
  const { server, find, click, until } = await offered();
  server.take(stored(), "pavel");
  server.handOver(stored(), "olga", null, "Спрашивает про возврат");
  await find(card, "Павел Ким передаёт вам диалог");
  await find(card, "Спрашивает про возврат");
  await click(`${card} button`, "Отказаться");
  await until(() => stored().header.transfer === null && document.querySelector(card) === null);
  server.handOver(stored(), "olga", null, "");
  await click(`${card} button`, "Принять");
  await until(() => stored().header.owner === "olga");
});

test("mine is handed over to a colleague with a note, and a no is said", async () => {
  stage = await openConsole("/conversations/c1", {}, (server) => {
    server.take(server.ask("Анна", "Где заказ?"), "olga");
  });
  const { click, type, until, find, server } = stage;
  await click("header button", "Передать");
  await click("[role=dialog] button[role=radio]", "Павел Ким");
  await type("[role=dialog] textarea", "Про доставку");
  await click("[role=dialog] button[type=submit]", "Передать");
  await until(() => stored().header.transfer?.to === "pavel" && stored().header.transfer?.note === "Про доставку");
  await find("footer", "Передаём: Павел Ким");
  server.store.change(stored(), { transfer: null });
  await find("footer", "Не принято: Павел Ким");
});

test("a supervisor takes a colleague's conversation over after a question", async () => {
  stage = await openConsole("/conversations/c1", { role: "supervisor" }, (server) => {
    server.take(server.ask("Анна", "Где заказ?"), "pavel");
  });
  const { click, until, find } = stage;
  await click("footer button", "Перехватить");
  await find("[role=dialog]", "Сейчас его ведёт Павел Ким");
  expect(stored().header.owner).toBe("pavel");
  await click("[role=dialog] button", "Перехватить");
  await until(() => stored().header.owner === "olga");
});

test("who missed two questions is told so, and comes back with one press", async () => {
  const { server, find, click, until } = await offered();
  const olga = () => server.operators.get("olga");
  const own = olga();
  if (!own) throw new Error("olga is not there");
  server.setOperator({ ...own, state: "away", why: "missed", since: Date.now() });
  await find("[role=alert]", "пропущено два вопроса подряд");
  await click("[role=alert] button", "Вернуться на линию");
  await until(() => olga()?.state === "online");
  await until(() => document.querySelector("[role=alert]") === null);
});

test("the rules of a site are set, and what is out of the limits is said under its field", async () => {
  stage = await openConsole("/settings/routing", { role: "administrator" });
  const { rest, find, until } = stage;
  await find("form", "действуют общие");
  const field = [...document.querySelectorAll("label")].find((label) =>
    label.textContent?.includes("Сколько ждать ответа"),
  );
  const offer = `[id='${field?.getAttribute("for")}']`;
  await stage.type(offer, "3");
  await stage.click("button[type=submit]", "Сохранить");
  await find(".mantine-InputWrapper-error", "От 5 до 900");
  await stage.type(offer, "20");
  await stage.click("button[type=submit]", "Сохранить");
  await until(() => rest.routing.get("/api/sites/site/routing")?.offerSeconds === 20);
});

test("whose answer is nearly late is said, and a key leads there from the middle of another answer", async () => {
  stage = await openConsole("/conversations/c2", {}, (server) => {
    const anna = server.ask("Анна", "Где заказ?");
    const oleg = server.ask("Олег", "А мой?");
    for (const each of [anna, oleg]) server.take(each, "olga");
    server.store.change(anna, { waitingSince: Date.now() - 4 * 60_000 });
  });
  const { find, until } = stage;
  await find("[role=status][aria-label='Ждут ответа слишком долго']", "Анна ждёт ответа уже 4:");
  const press = async (code: string) => {
    const field = await find("textarea");
    field.focus();
    field.dispatchEvent(new KeyboardEvent("keydown", { code, key: code, altKey: true, bubbles: true }));
  };
  await press("KeyL");
  await until(() => location.pathname === "/conversations/c1");
  await until(() => document.querySelector("[role=status][aria-label='Ждут ответа слишком долго']") === null);
  await press("ArrowDown");
  await until(() => location.pathname === "/conversations/c2");
});
