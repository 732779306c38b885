import { expect, test } from "vitest";
import type { Operator } from "./field/operator";
import { Stage } from "./field/stage";
import { inConsole } from "./field/words";

const stage = new Stage();

test("before an answer becomes late the operator is told in a place of its own, again when it is, until it is answered", async () => {
  const operator = await stage.operator();
  await hurry(operator, { warned: 1, late: 15 });
  const visitor = await stage.visitor();
  await visitor.open();
  await visitor.write("Где мой заказ?");
  await operator.take("Где мой заказ?");
  await operator.field.press("Escape");
  await operator.page.keyboard.press("Shift+KeyV");
  const head = operator.page.getByRole("columnheader").first();
  await head.waitFor();

  const notice = operator.page.getByRole("status", { name: inConsole("late.region") });
  await notice.getByText(inConsole("late.soon")).waitFor({ timeout: 20_000 });
  await expect
    .poll(async () => {
      const [above, below] = await Promise.all([notice.boundingBox(), head.boundingBox()]);
      return above !== null && below !== null && above.height > 40 && above.y + above.height <= below.y;
    })
    .toBe(true);

  await notice.getByRole("button", { name: inConsole("common.close") }).click();
  await notice.waitFor({ state: "detached" });
  await notice.getByText(inConsole("late.late")).waitFor({ timeout: 40_000 });
  await notice.getByRole("button", { name: inConsole("action.answer") }).click();
  await operator.answer("Уже в пути.");
  await operator.page.keyboard.press("Escape");
  await operator.page.keyboard.press("Shift+KeyV");
  await head.waitFor();
  expect(await notice.count()).toBe(0);
});

test("on a phone the warning pushes the list down, and Alt+L of a keyboard beside it leads to who waits", async () => {
  const operator = await stage.operator({ look: { phone: true } });
  await hurry(operator, { warned: 1, late: 3600 });
  const visitor = await stage.visitor();
  await visitor.open();
  await visitor.write("Вы работаете в воскресенье?");
  await operator.take("Вы работаете в воскресенье?");
  await operator.page.goto(`${stage.server.address}/operators`);
  const notice = operator.page.getByRole("status", { name: inConsole("late.region") });
  await notice.waitFor({ timeout: 20_000 });
  const [above, screen] = await Promise.all([notice.boundingBox(), operator.page.getByRole("main").boundingBox()]);
  expect((above?.y ?? 0) + (above?.height ?? 0)).toBeLessThanOrEqual(screen?.y ?? 0);
  await operator.page.keyboard.press("Alt+KeyL");
  await operator.field.waitFor();
  await notice.waitFor({ state: "detached" });
});

/** The minutes of this console are made seconds: nobody waits a quarter of an hour for a test. */
async function hurry({ page }: Operator, { warned, late }: { warned: number; late: number }): Promise<void> {
  await page.route("**/api/session", async (route) => {
    if (route.request().method() !== "GET") return route.fallback();
    const answer = await route.fetch();
    const session = (await answer.json()) as object;
    await route.fulfill({
      response: answer,
      json: { ...session, lateAfterMinutes: late / 60, lateWarningMinutes: (late - warned) / 60 },
    });
  });
  await page.reload();
}
