import { expect, test } from "vitest";
import { Network } from "./field/network";
import type { Operator } from "./field/operator";
import type { Account } from "./field/server";
import { Stage } from "./field/stage";
import type { Visitor } from "./field/visitor";
import { inConsole } from "./field/words";

/** What becomes of questions when an operator is suddenly not there: measured at the screen of the next one. */
const stage = new Stage({ BESEDA_HOST: "0.0.0.0" });

/** Nobody lets a question go by the clock here: what moves on does so because somebody is gone. */
const offerSeconds = 300;

async function people(names: readonly string[], graceSeconds: number): Promise<Account[]> {
  const administration = await stage.administration();
  await administration.route({ offerSeconds, graceSeconds, overflowSeconds: 3600 });
  const accounts: Account[] = [];
  for (const name of names) accounts.push(await administration.addOperator(name));
  return accounts;
}

async function asking(question: string): Promise<Visitor> {
  const visitor = await stage.visitor();
  await visitor.open();
  await visitor.write(question);
  return visitor;
}

/** One question taken and not answered, another one only offered; and then a colleague sits down. */
async function atWork(operator: Operator, taken: string, offered: string, colleague: Account) {
  const first = await asking(taken);
  await operator.takeAsked(taken);
  await operator.field.waitFor();
  await asking(offered);
  await operator.ask(offered).waitFor();
  return { first, next: await stage.operator({ who: colleague }) };
}

/** Nothing is left to the next test. */
async function answered(operator: Operator, ...questions: string[]): Promise<void> {
  for (const question of questions) {
    await operator.takeAsked(question);
    await operator.sees(question);
    await operator.answer(`Отвечаю: ${question}`);
    await operator.sees(`Отвечаю: ${question}`);
  }
}

const since = (moment: number) => (performance.now() - moment) / 1000;

test("a browser is killed: its offer goes on at once, what waits for an answer after the grace period", async ({
  annotate,
}) => {
  const grace = 4;
  const [lost, colleague] = (await people(["Клава", "Лев"], grace)) as [Account, Account];
  const { operator, kill } = await stage.mortal(lost);
  const { first, next } = await atWork(operator, "Где мой заказ?", "А когда привезут?", colleague);

  const killed = performance.now();
  await kill();
  await next.ask("А когда привезут?").waitFor();
  const moved = since(killed);
  await next.ask("Где мой заказ?").waitFor();
  const returned = since(killed);
  await annotate(`browser killed: offer moved on after ${moved.toFixed(1)} s`);
  await annotate(
    `browser killed: conversation offered anew after ${returned.toFixed(1)} s, of them ${grace} s of grace`,
  );
  expect(moved).toBeLessThan(4);
  expect(returned).toBeGreaterThan(grace - 0.5);
  expect(returned).toBeLessThan(grace + 5);
  await answered(next, "А когда привезут?", "Где мой заказ?");
  await first.sees("Отвечаю: Где мой заказ?");
});

test("a network falls silent: within 10 s nobody is asked there any more", async ({ annotate }) => {
  const [lost, colleague] = (await people(["Мила", "Нил"], 3)) as [Account, Account];
  const weather = await stage.weather();
  const operator = await stage.operator({ who: lost, address: weather.address });
  const { next } = await atWork(operator, "Есть ли рассада?", "Почём рассада?", colleague);

  const silent = performance.now();
  weather.turn("silent");
  await next.ask("Почём рассада?").waitFor();
  const moved = since(silent);
  await next.ask("Есть ли рассада?").waitFor();
  await annotate(`network silent: offer moved on after ${moved.toFixed(1)} s`);
  await annotate(`network silent: conversation offered anew after ${since(silent).toFixed(1)} s, of them 3 s of grace`);
  expect(moved).toBeLessThan(11);
  await answered(next, "Почём рассада?", "Есть ли рассада?");
});

test.skipIf(!Network.isPossible())(
  "an operator's own network falls silent: the kernel of neither end notices, and still within 10 s nobody is asked there",
  async ({ annotate }) => {
    const [lost, colleague] = (await people(["Зоя", "Ян"], 3)) as [Account, Account];
    const { operator, network } = await stage.distant(lost);
    const { next } = await atWork(operator, "Есть ли семена?", "Почём семена?", colleague);

    const silent = performance.now();
    network.fallSilent();
    await next.ask("Почём семена?").waitFor();
    const moved = since(silent);
    await next.ask("Есть ли семена?").waitFor();
    await annotate(`network namespace silent: offer moved on after ${moved.toFixed(1)} s`);
    await annotate(
      `network namespace silent: conversation offered anew after ${since(silent).toFixed(1)} s, of them 3 s of grace`,
    );
    expect(moved).toBeLessThan(11);
    await operator.page.getByText("Нет связи").first().waitFor();
    await answered(next, "Почём семена?", "Есть ли семена?");
  },
);

test("who comes back within the grace period goes on where they were", async () => {
  const [lost, colleague] = (await people(["Оля", "Пётр"], 120)) as [Account, Account];
  const weather = await stage.weather();
  const operator = await stage.operator({ who: lost, address: weather.address });
  const { first, next } = await atWork(operator, "Подойдёт ли грунт?", "Сколько грунта?", colleague);

  weather.turn("silent");
  await next.ask("Сколько грунта?").waitFor();
  weather.turn("fair");
  await operator.answer("Подойдёт");
  await first.sees("Подойдёт");
  expect(await next.asks.getByText("Подойдёт ли грунт?").count()).toBe(0);
  await expect.poll(() => operator.page.getByText(inConsole("away.missed")).count()).toBe(0);
  await answered(next, "Сколько грунта?");
});

test("the server is killed: who answers goes on, and the queue is where it was", async () => {
  const [only] = (await people(["Рая"], 120)) as [Account];
  const administration = await stage.administration();
  const known = (await administration.operators()).find(({ email }) => email === only.email);
  await administration.send("PUT", `/api/operators/${known?.id}`, {
    name: "Рая",
    title: "",
    role: "operator",
    capacity: 1,
    sites: [],
    departments: [],
    disabled: false,
  });
  const operator = await stage.operator({ who: only });
  const first = await asking("Где инструкция?");
  await operator.takeAsked("Где инструкция?");
  await operator.sees("Где инструкция?");
  await asking("Я следующая?");

  await stage.server.kill();
  await stage.server.startAgain();

  await operator.answer("В коробке");
  // On a busy machine both find a server that starts for long, and wait between their attempts.
  await first.message("В коробке").waitFor({ timeout: 40_000 });
  expect(await operator.ask("Я следующая?").count()).toBe(0);
  await operator.press("action.close");
  await operator.takeAsked("Я следующая?");
});
