import { expect, test } from "vitest";
import type { Administration } from "./field/administration";
import type { Operator } from "./field/operator";
import type { Account } from "./field/server";
import { Stage } from "./field/stage";
import { inConsole, inPanel } from "./field/words";

const stage = new Stage();

/** The shortest offer there may be. */
const offerSeconds = 5;

/** Three people at their consoles, each new: nothing of an earlier story is theirs. */
interface Shift {
  readonly administration: Administration;
  readonly accounts: readonly Account[];
  readonly operators: readonly Operator[];
  /** The place in `operators` of who has the card with these words now. */
  asked(text: string, not?: number): Promise<number>;
}

async function shift(...names: string[]): Promise<Shift> {
  const administration = await stage.administration();
  await administration.route({ offerSeconds, graceSeconds: 2 });
  const accounts: Account[] = [];
  for (const name of names) accounts.push(await administration.addOperator(name));
  const operators: Operator[] = [];
  for (const who of accounts) operators.push(await stage.operator({ who }));
  const asked = async (text: string, not?: number) => {
    const cards = operators.map((operator, place) => (place === not ? null : operator.ask(text)));
    let found = -1;
    await expect
      .poll(
        async () => {
          const there = await Promise.all(cards.map((card) => card?.isVisible() ?? false));
          found = there.indexOf(true);
          return found;
        },
        { timeout: 20_000 },
      )
      .toBeGreaterThanOrEqual(0);
    return found;
  };
  return { administration, accounts, operators, asked };
}

test("a question goes to one, is let go by the clock, refused by the next, and taken by the third", async ({
  annotate,
}) => {
  const { operators, asked } = await shift("Арина", "Борис", "Вера");
  const visitor = await stage.visitor();
  await visitor.open();
  const question = "Подойдёт ли секатор для роз?";
  await visitor.write(question);

  const first = await asked(question);
  const begun = performance.now();
  expect(await Promise.all(operators.map((each) => each.ask(question).count()))).toEqual(
    operators.map((_, place) => (place === first ? 1 : 0)),
  );
  const second = await asked(question, first);
  const missed = (performance.now() - begun) / 1000;
  await annotate(`not taken: the next one is asked after ${missed.toFixed(1)} s of an offer of ${offerSeconds} s`);
  expect(missed).toBeLessThan(offerSeconds + 3);
  await operators[first]?.asks.getByText(inConsole("ask.gone.late")).waitFor();

  await operators[second]?.refuseAsked(question);
  const refusedAt = performance.now();
  const third = await asked(question, second);
  await annotate(`refused: the next one is asked after ${((performance.now() - refusedAt) / 1000).toFixed(2)} s`);
  expect(new Set([first, second, third]).size).toBe(3);

  const taker = operators[third] as Operator;
  await taker.takeAsked(question);
  await taker.answer("Подойдёт: у него узкие лезвия.");
  await visitor.sees("Подойдёт: у него узкие лезвия.");
  await visitor.sees(inPanel("notice.joined", { name: await taker.name() }));
});

test("who misses two questions is set away with the reason, and comes back with one press", async () => {
  const { operators, asked } = await shift("Галина");
  const [galina] = operators as [Operator];
  const visitor = await stage.visitor();
  await visitor.open();
  await visitor.write("Первый вопрос Галине");
  await asked("Первый вопрос Галине");
  const notice = galina.asks.getByRole("alert");
  await notice.getByText(inConsole("away.missed")).waitFor({ timeout: 25_000 });
  await notice.getByRole("button", { name: inConsole("away.return") }).click();
  await notice.waitFor({ state: "hidden" });
  await asked("Первый вопрос Галине");
  await galina.takeAsked("Первый вопрос Галине");
  await galina.answer("Слушаю вас");
  await visitor.sees("Слушаю вас");
});

test("a conversation is handed over with a note, declined, handed over again and accepted; a supervisor takes it over", async () => {
  const { administration, operators, asked } = await shift("Дина", "Егор");
  const visitor = await stage.visitor();
  await visitor.open();
  await visitor.write("Чем подкормить пионы?");
  const place = await asked("Чем подкормить пионы?");
  const [asker, other] = [operators[place] as Operator, operators[1 - place] as Operator];
  await asker.takeAsked("Чем подкормить пионы?");
  await asker.field.waitFor();

  const handOver = async (note: string) => {
    await asker.press("action.handOver");
    const dialog = asker.page.getByRole("dialog");
    await dialog.getByRole("radio", { name: await other.name() }).click();
    await dialog.getByRole("textbox", { name: inConsole("handOver.note") }).fill(note);
    await dialog.getByRole("button", { name: inConsole("action.handOver") }).click();
    await other.ask(note).waitFor();
  };
  await handOver("Спрашивает про удобрения");
  await other.refuseAsked("Спрашивает про удобрения");
  await asker.page.getByText(inConsole("handOver.declined", { name: await other.name() })).waitFor();
  await handOver("Всё же возьми");
  await other.takeAsked("Всё же возьми");
  await other.answer("Калийными, после цветения.");
  await visitor.sees("Калийными, после цветения.");
  await visitor.sees(inPanel("notice.joinedNext", { name: await other.name() }));

  const supervisor = await stage.operator({ who: await administration.addOperator("Жанна", "supervisor") });
  await supervisor.row("Калийными").click();
  await supervisor.press("action.takeOver");
  await supervisor.page
    .getByRole("dialog")
    .getByRole("button", { name: inConsole("action.takeOver") })
    .click();
  await supervisor.answer("Дальше отвечу я.");
  await visitor.sees("Дальше отвечу я.");
});

test("a console that is gone lets its offer go to the next one", async ({ annotate }) => {
  const { operators, asked } = await shift("Зоя", "Илья");
  const visitor = await stage.visitor();
  await visitor.open();
  await visitor.write("Когда сажать чеснок?");
  const first = await asked("Когда сажать чеснок?");
  const killed = performance.now();
  await operators[first]?.page.close({ runBeforeUnload: false });
  await operators[1 - first]?.ask("Когда сажать чеснок?").waitFor();
  const seconds = (performance.now() - killed) / 1000;
  await annotate(`asked elsewhere ${seconds.toFixed(2)} s after the page was gone`);
  expect(seconds).toBeLessThan(offerSeconds);
});
