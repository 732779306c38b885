import { afterEach, expect, test } from "vitest";
import { openConsole, type Stage } from "../testing/stage";

let stage: Stage | undefined;

afterEach(() => {
  stage?.leave();
  stage = undefined;
});

test("the board counts who waits and who talks as it happens, and says how the day has gone", async () => {
  stage = await openConsole("/board", {}, (server) => {
    server.ask("Анна", "Есть ли чайник?");
    server.take(server.ask("Олег", "Где мой заказ?"), "olga");
  });
  await stage.find("section[aria-label='Ждут ответа']", "1");
  await stage.find("section[aria-label='Ждут ответа']", "Дольше всех");
  await stage.find("section[aria-label='Идут диалоги']", "1");
  await stage.find("section[aria-label='Сегодня'] dl", "Диалогов2");
  stage.server.ask("Вера", "А самовары?");
  await stage.find("section[aria-label='Ждут ответа']", "2");
  await stage.find("section[aria-label='Операторы'] li", "Ольга Смирнова");
});

test("figures that do not come are said to be missing, and the rest goes on", async () => {
  stage = await openConsole("/board", { broken: "/api/reports" }, (server) => server.ask("Анна", "Есть ли чайник?"));
  await stage.find("section[aria-label='Ждут ответа']", "1");
  await stage.find("section[aria-label='Сегодня']", "цифры не загрузились");
});

test("it is for whoever may read everything", async () => {
  stage = await openConsole("/board", { role: "operator" });
  await stage.find("main", "Сюда вам нельзя");
  expect(document.querySelector("section[aria-label='Табло']")).toBeNull();
});
