import { afterEach, expect, test } from "vitest";
import { signal } from "./shell/signals";
import { openConsole, type Stage } from "./testing/stage";

let stage: Stage | undefined;

afterEach(() => {
  stage?.leave();
  stage = undefined;
});

async function value(selector: string): Promise<string | undefined> {
  return ((await stage?.find(selector)) as HTMLInputElement | undefined)?.value;
}

test("a wrong password is said, what was typed stays, and the right one lets in", async () => {
  stage = await openConsole("/", { signedIn: false });
  await stage.type("input[type=email]", "olga@chai.example");
  await stage.type("input[name=password]", "wrong");
  await stage.click("button[type=submit]");
  await stage.find("[role=alert]", "не подходят");
  expect(await value("input[type=email]")).toBe("olga@chai.example");
  await stage.type("input[name=password]", "right one, twelve");
  await stage.click("button[type=submit]");
  await stage.find("nav", "");
  await stage.find("h1", "Диалоги");
});

test("too many tries: the button waits with a countdown", async () => {
  stage = await openConsole("/", { signedIn: false });
  await stage.type("input[type=email]", "olga@chai.example");
  await stage.type("input[name=password]", "delayed");
  await stage.click("button[type=submit]");
  await stage.find("form", "Снова можно попробовать через");
  expect(((await stage.find("button[type=submit]")) as HTMLButtonElement).disabled).toBe(true);
});

test("the first run keeps everything when the password is refused, then shows the snippet", async () => {
  stage = await openConsole("/?setup=k7mp-2xwq-9tdz", { signedIn: false, setupNeeded: true });
  await stage.type("input[autocomplete=name]", "Ольга");
  await stage.type("input[type=email]", "olga@chai.example");
  await stage.type("input[autocomplete=organization]", "Чайный дом");
  await stage.type("input[placeholder='Интернет-магазин']", "Чай");
  await stage.type("input[inputmode=url]", "https://chai.example");
  await stage.type("input[type=password]", "коротко");
  await stage.click("button[type=submit]");
  await stage.find(".mantine-InputWrapper-error", "12");
  expect(await value("input[autocomplete=name]")).toBe("Ольга");
  expect(await value("input[type=password]")).toBe("коротко");
  expect(document.querySelector("input[autocapitalize=none]")).toBeNull();
  await stage.type("input[type=password]", "Correct horse 42 staple");
  await stage.click("button[type=submit]");
  await stage.find("pre", "loader.js");
  await stage.click("button", "Открыть консоль");
  await stage.find("h1", "Диалоги");
});

test("whoever comes to an empty server without its code is asked for it, and may paste the whole address", async () => {
  stage = await openConsole("/", { signedIn: false, setupNeeded: true });
  const code = "input[autocapitalize=none]";
  await stage.type("input[autocomplete=name]", "Ольга");
  await stage.type("input[type=email]", "olga@chai.example");
  await stage.type("input[autocomplete=organization]", "Чайный дом");
  await stage.type("input[placeholder='Интернет-магазин']", "Чай");
  await stage.type("input[inputmode=url]", "https://chai.example");
  await stage.type("input[type=password]", "Correct horse 42 staple");
  await stage.type(code, "wrong");
  await stage.click("button[type=submit]");
  await stage.find(".mantine-InputWrapper-error", "не код последнего запуска");
  await stage.type(code, "http://localhost:8080/?setup=k7mp-2xwq-9tdz");
  expect(await value(code)).toBe("k7mp-2xwq-9tdz");
  await stage.click("button[type=submit]");
  await stage.find("pre", "loader.js");
});

test("a question is taken, answered, noted upon and closed", async () => {
  stage = await openConsole("/conversations/c1", {}, (server) => {
    server.ask("Анна", "Где заказ?");
  });
  const { server } = stage;
  const stored = () => server.store.conversations.get("c1");
  await stage.find("[role=log]", "Где заказ?");
  await stage.click("footer button", "Взять");
  await stage.until(() => stored()?.header.owner === "olga");
  expect((await stage.find("textarea")).getAttribute("aria-label")).toBe("Ответ посетителю");
  await stage.type("textarea", "В пути");
  await stage.press("textarea", "Enter");
  await stage.until(
    () => stored()?.public.at(-1)?.body.type === "message" && stored()?.public.at(-1)?.author.kind === "operator",
  );
  await stage.find("[role=log]", "В пути");
  expect(await value("textarea")).toBe("");
  await stage.click("label", "Заметка");
  await stage.type("textarea", "Проверить склад");
  await stage.press("textarea", "Enter");
  await stage.until(() => stored()?.internal.length === 1);
  await stage.click("header button", "Завершить");
  await stage.find("footer", "Завершён");
});

test("a conversation of a colleague can be read and noted upon, not answered", async () => {
  stage = await openConsole("/conversations/c1", {}, (server) => {
    server.take(server.ask("Анна", "Где заказ?"), "pavel");
  });
  await stage.find("footer", "Диалог ведёт Павел Ким");
  expect(document.querySelector("textarea")).toBeNull();
  await stage.click("footer button", "Заметка");
  expect((await stage.find("textarea")).getAttribute("aria-label")).toBe("Заметка коллегам");
});

test("what is typed right after turning to a note stays a note", async () => {
  stage = await openConsole("/conversations/c1", {}, (server) => {
    server.take(server.ask("Анна", "Где заказ?"), "olga");
  });
  const field = (await stage.find("textarea")) as HTMLTextAreaElement;
  signal("note");
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), "value")?.set?.call(field, "Между нами");
  field.dispatchEvent(new Event("input", { bubbles: true }));
  field.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true }));
  const stored = () => stage?.server.store.conversations.get("c1");
  await stage.until(() => stored()?.internal.length === 1);
  expect(stored()?.public.some(({ body }) => body.type === "message" && body.text === "Между нами")).toBe(false);
});

test("a note begun before the conversation was taken does not become an answer", async () => {
  stage = await openConsole("/conversations/c1", {}, (server) => {
    server.ask("Анна", "Где заказ?");
  });
  const { server } = stage;
  await stage.click("footer button", "Заметка");
  await stage.type("textarea", "Осторожно, скандалит");
  await stage.click("footer button", "Взять");
  await stage.until(() => server.store.conversations.get("c1")?.header.owner === "olga");
  await stage.find("label", "Ответ");
  expect((await stage.find("textarea")).getAttribute("aria-label")).toBe("Заметка коллегам");
});

test("what was typed waits in its conversation", async () => {
  stage = await openConsole("/conversations/c1", {}, (server) => {
    server.take(server.ask("Анна", "Где заказ?"), "olga");
  });
  await stage.type("textarea", "Сейчас посм");
  expect(localStorage.getItem("beseda.console.drafts.olga")).toContain("Сейчас посм");
});

test("a failure says what to do, and trying again heals it", async () => {
  stage = await openConsole("/settings/departments", { broken: "/api/departments" });
  await stage.find("[role=alert]", "Не удалось загрузить");
  stage.rest.scene.broken = null;
  await stage.click("button", "Повторить");
  await stage.find("li", "Продажи");
});

test("an operator without rights is told so", async () => {
  stage = await openConsole("/settings/sites", { role: "operator" });
  await stage.find("section", "Сюда вам нельзя");
});

test("an act in a session that died of silence leads to the sign-in, which knows who was here", async () => {
  stage = await openConsole("/", {});
  await stage.find("h1", "Диалоги");
  stage.rest.scene.signedIn = false;
  await stage.press("h1", "Shift");
  await stage.find("h1", "Вход для операторов");
  expect(await value("input[type=email]")).toBe(stage.rest.me.email);
  expect(document.activeElement?.getAttribute("name")).toBe("password");
});

test("a session that ended elsewhere leads to the sign-in as soon as anything tells", async () => {
  stage = await openConsole("/settings/me", {});
  await stage.find("h3", "Где вы вошли");
  stage.rest.scene.signedIn = false;
  await stage.click("a", "Компания");
  await stage.find("h1", "Вход для операторов");
});

test("a conversation that is mine to see no more leaves the list and the screen with a word", async () => {
  stage = await openConsole("/conversations/c1", {}, (server) => {
    server.take(server.ask("Анна", "Где заказ?"), "olga");
  });
  await stage.find("[role=log]", "Где заказ?");
  const conversation = stage.server.store.conversations.get("c1");
  if (!conversation) throw new Error("nothing was asked");
  stage.server.takeAway(conversation, "olga");
  const { find, until, click } = stage;
  await find("section p", "Диалог перешёл к другим");
  await until(() => !document.body.textContent?.includes("Где заказ?"));
  await click("section a", "диалог");
  await until(() => location.pathname === "/conversations" || location.pathname === "/");
});
