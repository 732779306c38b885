import { expect, test } from "vitest";
import { Stage } from "./field/stage";
import { inPanel } from "./field/words";

const stage = new Stage();

test("the visitor knows who is on line, the place in the queue, that an operator writes, and who has come", async ({
  annotate,
}) => {
  const administration = await stage.administration();
  await administration.route({ mode: "manual" });
  const early = await stage.visitor();
  await early.open();
  await early.frame.getByText(inPanel("header.offline"), { exact: true }).waitFor();

  const ksenia = await stage.operator({ who: await administration.addOperator("Ксения") });
  const heading = (name: string) => early.frame.getByRole("heading", { name });
  await heading("Ксения").waitFor();
  await early.frame.getByText(inPanel("header.online"), { exact: true }).waitFor();

  await early.write("Какой мульчей укрыть розы?");
  await early.sees(inPanel("queue.next"));
  const second = await stage.visitor();
  await second.open();
  await second.write("А гортензии?");
  await second.sees(inPanel("queue.ahead", { count: 1 }));

  const opened = performance.now();
  await Promise.all([
    early.strip.getByText(inPanel("typing.somebody")).waitFor(),
    ksenia.row("Какой мульчей укрыть розы?").click(),
  ]);
  await annotate(`the visitor sees «пишет» ${Math.round(performance.now() - opened)} ms after the question was opened`);
  await ksenia.press("action.take");
  await early.sees(inPanel("notice.joined", { name: "Ксения" }));
  await second.sees(inPanel("queue.next"));
  await ksenia.answer("Корой, слоем пять сантиметров.");
  await early.sees("Корой, слоем пять сантиметров.");

  const lev = await stage.operator({ who: await administration.addOperator("Лев", "supervisor") });
  await lev.row("Корой").click();
  await lev.press("action.takeOver");
  await lev.page.getByRole("dialog").getByRole("button").last().click();
  await early.sees(inPanel("notice.joinedNext", { name: "Лев" }));
  await heading("Лев").waitFor();
  expect(await heading("Ксения").count()).toBe(0);
});
