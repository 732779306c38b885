import { afterEach, expect, test, vi } from "vitest";
import { openConsole, type Stage } from "../testing/stage";
import { atBefore, piecesOf, spelled, withTokens } from "./mentions";

let stage: Stage | undefined;

afterEach(() => {
  stage?.leave();
  stage = undefined;
});

const olga = { id: "olga", name: "Ольга Смирнова" };
const short = { id: "o2", name: "Ольга" };
const people = { olga } as never;

test("an @ at the start of a word is looked behind, until it names somebody", () => {
  expect(atBefore("@", 1, [])).toEqual({ at: 0, query: "" });
  expect(atBefore("спроси (@Оль", 12, [])).toEqual({ at: 8, query: "Оль" });
  expect(atBefore("a@b", 3, [])).toBeNull();
  expect(atBefore("@ так", 5, [])).toBeNull();
  expect(atBefore("@Ольга Смирнова и ещё", 21, [olga])).toBeNull();
  expect(atBefore(`@${"а".repeat(31)}`, 32, [])).toBeNull();
});

test("names become ids and come back as the names of now", () => {
  const sent = withTokens("@Ольга Смирнова и @Ольга, смотрите", [short, olga]);
  expect(sent).toBe("@{olga} и @{o2}, смотрите");
  expect(piecesOf(sent)).toEqual([{ operator: "olga" }, { text: " и " }, { operator: "o2" }, { text: ", смотрите" }]);
  expect(spelled(sent, people, "кто-то")).toEqual({
    text: "@Ольга Смирнова и @кто-то, смотрите",
    mentions: [olga, { id: "o2", name: "кто-то" }],
  });
  expect(spelled("зову @{olg", people, "кто-то").text).toBe("зову …");
  expect(piecesOf("a@b.example {@}")).toEqual([{ text: "a@b.example {@}" }]);
});

test("a colleague is chosen by the keyboard and called in the note", async () => {
  stage = await openConsole("/conversations/c1", {}, (server) => {
    server.addOperator("irina", "Ирина Соколова", "Доставка");
    server.take(server.ask("Анна", "Где заказ?"), "olga");
  });
  await stage.click("footer label", "Заметка");
  await stage.type("footer textarea", "@");
  document.querySelector<HTMLTextAreaElement>("footer textarea")?.setSelectionRange(1, 1);
  await stage.type("footer textarea", "@ирн");
  await stage.find("[role=option][aria-selected=true]", "Ирина");
  await stage.until(
    () => document.querySelector("footer textarea")?.getAttribute("aria-activedescendant") === "mention-irina",
  );
  await stage.press("footer textarea", "Enter");
  await stage.until(() => document.querySelector("[role=listbox]") === null);
  expect(document.querySelector<HTMLTextAreaElement>("footer textarea")?.value).toBe("@Ирина Соколова ");
  await stage.press("footer textarea", "Enter");
  await stage.find("[role=log]", "@Ирина Соколова");
  await stage.until(() => stage?.server.mentionsOf("irina").length === 1);
});

test("whoever is mentioned finds it over the list until they have looked", async () => {
  stage = await openConsole("/", {}, (server) => {
    const conversation = server.ask("Анна", "Где заказ?");
    server.note(conversation, "pavel", "@{olga}, это к тебе");
  });
  await stage.find("[aria-label='Вас упомянули']", "@Ольга");
  vi.spyOn(document, "hasFocus").mockReturnValue(true);
  await stage.click("[aria-label='Вас упомянули'] button");
  await stage.find("[data-linked]", "это к тебе");
  await stage.until(() => document.querySelector("[aria-label='Вас упомянули']") === null);
  expect(stage.server.mentionsOf("olga")).toEqual([]);
});
