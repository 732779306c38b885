import { expect, test } from "vitest";
import type { Operator } from "./field/operator";
import { Stage } from "./field/stage";
import type { Visitor } from "./field/visitor";
import { inConsole, inPanel } from "./field/words";

const stage = new Stage();

test("what a visitor writes without a network goes once, and what came meanwhile is there", async () => {
  const weather = await stage.weather();
  const { visitor, operator } = await talking("Тачка складная?", { visitorAt: weather.address });

  await visitor.page.context().setOffline(true);
  weather.turn("cut");
  await visitor.strip.getByText(inPanel("line.offline")).waitFor();
  await visitor.write("Алло?");
  await visitor.write("Пропала связь");
  await visitor.ticked("Алло?", "sending");
  await operator.answer("Нет, но колесо снимается.");

  weather.turn("fair");
  await visitor.page.context().setOffline(false);
  await visitor.ticked("Пропала связь", "shown");
  await visitor.sees("Нет, но колесо снимается.");
  await operator.sees("Пропала связь");
  const told = ["Тачка складная?", "Нет, но колесо снимается.", "Алло?", "Пропала связь"];
  expect(await same(visitor, operator, told)).toEqual(told);
});

test("what an operator writes without a network goes once", async () => {
  const weather = await stage.weather();
  const { visitor, operator } = await talking("Колесо резиновое?", { operatorAt: weather.address });

  await operator.page.context().setOffline(true);
  weather.turn("cut");
  await operator.page
    .getByRole("status")
    .getByText(/^Нет сети/)
    .waitFor();
  await operator.answer("Резиновое.");
  await operator.ticked("Резиновое.", "sending");
  await visitor.write("А запасное есть?");

  weather.turn("fair");
  await operator.page.context().setOffline(false);
  await visitor.sees("Резиновое.");
  await operator.sees("А запасное есть?");
  await same(visitor, operator, ["Колесо резиновое?", "А запасное есть?", "Резиновое."]);
});

test("a line on which nothing moves any more is noticed by itself", async () => {
  const weather = await stage.weather();
  const { visitor, operator } = await talking("Вы меня слышите?", { operatorAt: weather.address });

  weather.turn("silent");
  await visitor.write("Скажите что-нибудь");
  await operator.page
    .getByRole("status")
    .getByText(/^Нет связи/)
    .waitFor();
  await operator.answer("Слышу вас!");
  weather.turn("fair");
  await operator.sees("Скажите что-нибудь");
  await visitor.sees("Слышу вас!");
  await same(visitor, operator, ["Вы меня слышите?", "Скажите что-нибудь", "Слышу вас!"]);
});

test("the server is killed in mid-conversation and both go on as if nothing had happened", async () => {
  const { visitor, operator } = await talking("Грабли с деревянной ручкой?");

  await stage.server.kill();
  await visitor.strip.getByText(inPanel("line.lost")).waitFor();
  await visitor.write("Что-то зависло");
  await operator.answer("Да, ясень.");
  await stage.server.startAgain();

  await visitor.sees("Да, ясень.");
  await operator.sees("Что-то зависло");
  await visitor.write("Теперь вижу");
  await operator.sees("Теперь вижу");
  const told = ["Грабли с деревянной ручкой?", "Что-то зависло", "Да, ясень.", "Теперь вижу"];
  await same(visitor, operator, told);
  await Promise.all([visitor.page.reload(), operator.page.reload()]);
  await Promise.all([visitor.sees("Теперь вижу"), operator.sees("Теперь вижу")]);
  await same(visitor, operator, told);
});

test("where WebSocket is forbidden the conversation goes over HTTP", async ({ annotate }) => {
  const weather = await stage.weather();
  weather.turn("noWebSocket");
  const operator = await stage.operator({ address: weather.address });
  await operator.page.getByRole("img", { name: inConsole("line.http") }).waitFor();

  const visitor = await stage.visitor(`${weather.address}/demo/`);
  const came = performance.now();
  await visitor.open();
  await visitor.write("Можно через прокси?");
  await visitor.ticked("Можно через прокси?", "stored");
  const usable = performance.now() - came;
  await annotate(`usable after ${Math.round(usable)} ms`);
  expect(usable).toBeLessThan(8000);

  await operator.take("Можно через прокси?");
  await operator.answer("Можно.");
  await visitor.sees("Можно.");
  await visitor.field.pressSequentially("печатаю");
  await operator.page.getByText(/печатает$/).waitFor();
  await visitor.field.fill("");
  await visitor.write("Отлично");
  await operator.sees("Отлично");
  await same(visitor, operator, ["Можно через прокси?", "Можно.", "Отлично"]);
});

test("a live conversation is moved to HTTP when WebSocket goes away", async () => {
  const weather = await stage.weather();
  const { visitor, operator } = await talking("Есть кабачки?", {
    visitorAt: weather.address,
    operatorAt: weather.address,
  });
  weather.turn("noWebSocket");
  await visitor.write("Семена, конечно");
  await operator.sees("Семена, конечно");
  await operator.answer("Есть, четыре сорта.");
  await visitor.sees("Есть, четыре сорта.");
  await same(visitor, operator, ["Есть кабачки?", "Семена, конечно", "Есть, четыре сорта."]);
});

test("what waits for the network survives a reload and is sent once", async () => {
  const weather = await stage.weather();
  const { visitor, operator } = await talking("Какая высота теплицы?", { visitorAt: weather.address });

  weather.turn("noLine");
  await visitor.write("Поместится ли виноград?");
  await visitor.page.reload();
  await visitor.sees("Поместится ли виноград?");
  await visitor.ticked("Поместится ли виноград?", "sending");
  await visitor.field.fill("Недописанное");
  await visitor.page.reload();
  await visitor.sees("Поместится ли виноград?");
  expect(await visitor.field.inputValue()).toBe("Недописанное");

  weather.turn("fair");
  await operator.sees("Поместится ли виноград?");
  await visitor.ticked("Поместится ли виноград?", "shown");
  await same(visitor, operator, ["Какая высота теплицы?", "Поместится ли виноград?"]);
});

/** A visitor and an operator in the middle of a conversation that began with these words. */
async function talking(
  question: string,
  { visitorAt, operatorAt }: { visitorAt?: string; operatorAt?: string } = {},
): Promise<{ visitor: Visitor; operator: Operator }> {
  const operator = await stage.operator({ address: operatorAt });
  const visitor = await stage.visitor(visitorAt && `${visitorAt}/demo/`);
  await visitor.open();
  await visitor.write(question);
  await operator.take(question);
  await visitor.ticked(question, "shown");
  return { visitor, operator };
}

/** Both see these messages, each once and in the same order, which is told. */
async function same(visitor: Visitor, operator: Operator, told: readonly string[]): Promise<string[]> {
  const bubbles = await visitor.log.locator("[dir=auto]").allInnerTexts();
  const blocks = await operator.log.locator("[data-side]").allInnerTexts();
  const seen = bubbles.filter((text) => told.includes(text));
  expect(blocks.flatMap((block) => told.filter((text) => block.includes(text)))).toEqual(seen);
  expect(new Set(seen)).toEqual(new Set(told));
  expect(seen).toHaveLength(told.length);
  return seen;
}
