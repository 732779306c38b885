import { afterEach, expect, test } from "vitest";
import { openConsole, type Stage } from "../testing/stage";
import { literally, rangesOf } from "./highlights";

let stage: Stage | undefined;

afterEach(() => {
  stage?.leave();
  stage = undefined;
  document.body.replaceChildren();
});

const field = "search input";

test("words are found in what is loaded and in what is not; Enter goes up, Shift+Enter down, Escape returns", async () => {
  stage = await openConsole("/conversations/c1", {}, (server) => {
    const conversation = server.ask("Анна", "Чёрный чайник есть?");
    server.take(conversation, "olga");
    for (let at = 1; at <= 80; at++) server.say(conversation, at % 2 ? "olga" : null, `слово ${at}`);
    server.say(conversation, "olga", "Чайник отложен");
    server.note(conversation, "pavel", "этот чайник последний");
  });
  await stage.find("[role=log]", "Чайник отложен");
  await stage.click("[aria-label='Найти в диалоге']");
  await stage.type(field, "чайник");
  await stage.find("search [role=status]", "1 из 3");
  await stage.find("[data-linked]", "этот чайник последний");
  await stage.press(field, "Enter");
  await stage.find("[data-linked]", "Чайник отложен");
  await stage.press(field, "Enter");
  await stage.find("[data-linked]", "Чёрный чайник есть?");
  await stage.find("search [role=status]", "3 из 3");
  document
    .querySelector(field)
    ?.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", shiftKey: true, bubbles: true }));
  await stage.find("search [role=status]", "2 из 3");
  await stage.type(field, "такого нет");
  await stage.find("search [role=status]", "Не найдено");
  await stage.press(field, "Escape");
  await stage.until(() => document.querySelector("search") === null);
});

function block(html: string): HTMLElement {
  const made = document.createElement("div");
  made.append(...new DOMParser().parseFromString(html, "text/html").body.childNodes);
  document.body.append(made);
  return made;
}

test("a place may run over links and formats, but not over lines, and what stands beside is no word of it", () => {
  const text = "<div data-aside>чай</div><p>Зелёный <b>ч</b><a href='#'>ай</a></p><p>чай</p><p>зелен</p><p>ый</p>";
  const said = block(text);
  expect(rangesOf(said, literally("Чай")).map(String)).toEqual(["чай", "чай"]);
  expect(rangesOf(said, literally("зеленый ч")).map(String)).toEqual(["Зелёный ч"]);
  expect(said.querySelector("a")?.textContent).toBe("ай");
});
