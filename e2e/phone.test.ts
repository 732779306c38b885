import { expect, test } from "vitest";
import { Stage } from "./field/stage";
import { inConsole } from "./field/words";

const stage = new Stage();

test("on a phone the console shows one pane at a time", async () => {
  const operator = await stage.operator({ look: { phone: true } });
  const visitor = await stage.visitor();
  await visitor.open();
  await visitor.write("Вы с телефона?");
  expect((await operator.list.boundingBox())?.width).toBeGreaterThan(300);
  await operator.row("Вы с телефона?").click();
  await operator.log.waitFor();
  await operator.list.waitFor({ state: "hidden" });
  await operator.press("action.take");
  await operator.answer("Да, с телефона");
  await visitor.sees("Да, с телефона");
  expect(await operator.page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  await operator.page.getByRole("button", { name: inConsole("action.visitorCard") }).click();
  await operator.page.getByRole("heading", { name: inConsole("visitor.facts") }).waitFor();
  await operator.page.getByRole("button", { name: inConsole("visitor.hide") }).click();
  await operator.press("pane.back");
  await operator.list.waitFor();
  await operator.log.waitFor({ state: "hidden" });
});

test("on a phone the visitor's window is the whole screen and closes back to the page", async () => {
  const visitor = await stage.visitor(undefined, { phone: true });
  await visitor.open();
  const frame = await visitor.page.locator("iframe").boundingBox();
  expect(frame).toEqual({ x: 0, y: 0, width: 390, height: 844 });
  await visitor.write("Пишу с телефона");
  await visitor.ticked("Пишу с телефона", "stored");
  const field = await visitor.field.boundingBox();
  expect((field?.y ?? 0) + (field?.height ?? 0)).toBeLessThanOrEqual(844);
  await visitor.collapse();
  await visitor.button.waitFor();
  expect(await visitor.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});
