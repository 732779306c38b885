import { expect, test } from "vitest";
import type { Administration } from "./field/administration";
import { Stage } from "./field/stage";
import type { Visitor } from "./field/visitor";
import { inConsole, inPanel } from "./field/words";

const stage = new Stage();

/** Operators pick questions themselves, so that nothing but what a story does reaches anybody. */
async function manually(): Promise<Administration> {
  const administration = await stage.administration();
  await administration.route({ mode: "manual" });
  return administration;
}

async function asked(question: string): Promise<Visitor> {
  const visitor = await stage.visitor();
  await visitor.open();
  await visitor.write(question);
  return visitor;
}

test("a supervisor reads along live and whispers: the owner sees it, the visitor never does", async () => {
  const administration = await manually();
  const maria = await stage.operator({ who: await administration.addOperator("Мария") });
  const olga = await stage.operator({ who: await administration.addOperator("Ольга", "supervisor") });
  const visitor = await asked("Есть скидка на тачки?");
  await maria.take("Есть скидка на тачки?");
  await olga.row("Есть скидка на тачки?").click();
  await olga.sees("Есть скидка на тачки?");
  await olga.page
    .locator("footer")
    .getByText(inConsole("standing.owner", { name: "Мария" }))
    .waitFor();
  expect(await olga.field.isVisible()).toBe(false);

  await visitor.write("Мне нужно три");
  await olga.sees("Мне нужно три");
  await maria.field.press("Escape");
  await maria.page.keyboard.press("Shift+KeyO");
  await olga.note("Предложи семь процентов");
  await maria.page.getByText("Предложи семь процентов").click();
  await maria.sees("Предложи семь процентов");
  await maria.answer("На три сделаем семь процентов.");
  await visitor.sees("На три сделаем семь процентов.");
  await olga.sees("На три сделаем семь процентов.");
  expect(await visitor.log.textContent()).not.toContain("Предложи");
});

test("the visitor is asked who may go on: a no keeps it, a yes lets the receiver accept, and says who is coming", async () => {
  const administration = await manually();
  const maria = await stage.operator({ who: await administration.addOperator("Нина") });
  const nazar = await stage.operator({ who: await administration.addOperator("Назар") });
  const visitor = await asked("Как настроить таймер полива?");
  await maria.take("Как настроить таймер полива?");
  const question = visitor.frame.getByRole("alert").getByText(inPanel("consent.person", { name: "Назар" }));
  const handOver = async () => {
    await maria.press("action.handOver");
    const dialog = maria.page.getByRole("dialog");
    await dialog.getByRole("radio", { name: "Назар" }).click();
    await dialog.getByText(inConsole("handOver.ask")).click();
    await dialog.getByRole("button", { name: inConsole("action.handOver") }).click();
    await question.waitFor();
  };
  await handOver();
  expect(await nazar.asks.getByRole("article").count()).toBe(0);
  await visitor.frame.getByRole("button", { name: inPanel("consent.no") }).click();
  await maria.page.getByText(inConsole("handOver.declinedByVisitor")).waitFor();
  await question.waitFor({ state: "hidden" });

  await handOver();
  await visitor.frame.getByRole("button", { name: inPanel("consent.yes") }).click();
  await nazar.ask("Как настроить таймер полива?").getByRole("timer").waitFor();
  await nazar.takeAsked("Как настроить таймер полива?");
  await visitor.sees(inPanel("notice.joinedNext", { name: "Назар" }));
  await visitor.frame.getByRole("heading", { name: "Назар" }).waitFor();
  await nazar.answer("Сейчас покажу по шагам.");
  await visitor.sees("Сейчас покажу по шагам.");
});

test("a department gets a conversation with its note, and whoever of it picks it goes on", async () => {
  const administration = await manually();
  await administration.send("POST", "/api/departments", { name: "Доставка", sites: [] });
  const inga = await stage.operator({ who: await administration.addOperator("Инга") });
  const visitor = await asked("Где мой заказ?");
  await inga.take("Где мой заказ?");
  await inga.press("action.handOver");
  const dialog = inga.page.getByRole("dialog");
  await dialog.getByRole("radio", { name: "Доставка" }).click();
  await dialog.getByRole("textbox", { name: inConsole("handOver.note") }).fill("Заказ 1042, обещали вчера");
  await dialog.getByRole("button", { name: inConsole("action.handOver") }).click();
  await visitor.sees(inPanel("notice.handedOverDepartment"));

  const account = await administration.addOperator("Роман", "supervisor");
  const driver = await stage.operator({ who: account });
  await driver.take("Где мой заказ?");
  await driver.sees("Заказ 1042, обещали вчера");
  await driver.answer("Уже везём, будем к трём.");
  await visitor.sees("Уже везём, будем к трём.");
});
