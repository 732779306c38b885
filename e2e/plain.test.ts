import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { Stage } from "./field/stage";
import { inConsole } from "./field/words";

const stage = new Stage();

test("a browser without scripts asks, is answered without losing what is being written, and ends the conversation", {
  timeout: 90_000,
}, async () => {
  const operator = await stage.operator();
  const administration = await stage.administration();
  const [site] = await administration.send<{ key: string }[]>("GET", "/api/sites");
  const context = await stage.context({ scripts: false });
  const page = await context.newPage();
  await page.goto(`${stage.server.address}/plain/${site?.key}`);
  await page.getByLabel("Сообщение").fill("Доставка есть?");
  await page.getByLabel(/Почта или телефон/).fill("не почта");
  await page.getByRole("button", { name: "Отправить" }).click();
  await page.getByRole("alert").getByText("«не почта»").waitFor();
  expect(await page.getByLabel("Сообщение").inputValue()).toBe("Доставка есть?");
  await page.getByLabel(/Почта или телефон/).fill("vera@example.org");
  await page.getByRole("button", { name: "Отправить" }).click();
  const log = page.frameLocator("iframe").getByRole("log");
  await log.getByText("Доставка есть?").waitFor();
  await operator.take("Доставка есть?");
  await page.getByLabel("Сообщение").fill("строка\n".repeat(60));
  await page.getByRole("button", { name: "Отправить" }).click();
  await page
    .frameLocator("iframe")
    .getByText(/^Отвечает/)
    .waitFor();
  expect(await inSight(page)).toBe(true);

  await page.getByLabel("Сообщение").fill("И ещё вопр");
  await operator.page
    .getByRole("complementary", { name: inConsole("visitor.title") })
    .getByRole("textbox", { name: inConsole("visitor.email") })
    .waitFor();
  await operator.answer("Есть, <b>завтра</b>");
  await log.getByText("Есть, <b>завтра</b>").waitFor({ timeout: 30_000 });
  expect(await page.getByLabel("Сообщение").inputValue()).toBe("И ещё вопр");

  await page.getByRole("button", { name: "Завершить диалог" }).click();
  await operator.log.getByText(inConsole("event.closed.visitor")).waitFor();

  const email = page.getByLabel("Прислать диалог на почту");
  expect(await email.inputValue()).toBe("vera@example.org");
  await email.fill("vera@example");
  await page.getByRole("button", { name: "Прислать диалог" }).click();
  await page.getByRole("alert").getByText("«vera@example» не похоже на адрес почты").waitFor();
  await email.fill("vera@example.org");
  await page.getByRole("button", { name: "Прислать диалог" }).click();
  await page.getByRole("status").getByText("Пришлём диалог на этот адрес").waitFor();
});

/** Whether the end of the log is where it can be read. */
async function inSight(page: Page): Promise<boolean> {
  const frame = await page.locator("iframe").boundingBox();
  const last = await page.frameLocator("iframe").getByRole("link", { name: "Написать" }).boundingBox();
  return frame !== null && last !== null && last.y > frame.y && last.y < frame.y + frame.height;
}
