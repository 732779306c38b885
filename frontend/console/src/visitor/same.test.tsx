import { afterEach, expect, test } from "vitest";
import { openConsole, type Stage } from "../testing/stage";
import "./SamePerson";

let stage: Stage | undefined;

afterEach(() => {
  stage?.leave();
  stage = undefined;
});

const phone = { id: "v77", number: 77, name: null, email: "anna@example.org", phone: null };

test("who looks like the same person is offered, merged with one press, and separated again", async () => {
  stage = await openConsole("/conversations/c1", {}, (server) => server.ask("Анна", "Сколько стоит?"));
  const on = stage;
  on.rest.alike = [phone];
  const section = "aside section[aria-label='Профили одного человека']";
  await on.click("header button[aria-expanded=false]");
  await on.click(`${section} button`, "Объединить с другим профилем…");
  await on.type(`${section} input`, "nobody@example.org");
  await on.click(`${section} button[type=submit]:not([disabled])`);
  await on.find(section, "Никого не нашлось");
  await on.type(`${section} input`, "anna@example.org");
  await on.click(`${section} button[type=submit]:not([disabled])`);
  await on.find(section, "Посетитель 77");
  await on.click(`${section} button[aria-label='Объединить с: 77']`);
  await on.find(`${section} h3`, "Профили одного человека");
  expect(document.querySelector(`${section} input`)).toBeNull();
  await on.click(`${section} button`, "Отделить этот профиль");
  await on.find(`${section} h3`, "Похоже, это он же");
});
