import { test } from "vitest";
import { Stage } from "./field/stage";
import { inConsole } from "./field/words";

const stage = new Stage();

test("on a phone an offer covers nothing, and the open conversation carries its own in its foot", async () => {
  const administration = await stage.administration();
  await administration.route({ offerSeconds: 300 });
  const klim = await stage.operator({ who: await administration.addOperator("Клим"), look: { phone: true } });
  const asks = async (text: string) => {
    const visitor = await stage.visitor();
    await visitor.open();
    await visitor.write(text);
    await klim.ask(text).waitFor();
    return visitor;
  };
  await asks("Когда обрезать малину?");
  await klim.row("Когда обрезать малину?").click();
  await klim.ask("Когда обрезать малину?").waitFor({ state: "hidden" });
  await klim.page.getByText(inConsole("standing.offeredMe")).waitFor();
  await klim.press("action.take");
  await klim.field.waitFor();

  await asks("А смородину?");
  await klim.field.click({ trial: true });
  await klim.button("action.close").click({ trial: true });
  await klim.button("pane.back").click({ trial: true });
  await klim.answer("Осенью, после сбора.");
  await klim.asks.getByRole("button", { name: inConsole("ask.unfold") }).click();
  await klim.takeAsked("А смородину?");
  await klim.sees("А смородину?");
  await klim.answer("Смородину в марте.");
});
