import { expect, test } from "vitest";
import { bringAxe, hindrances } from "./field/axe";
import { signIn } from "./field/browser";
import { Operator } from "./field/operator";
import { Stage } from "./field/stage";
import { inConsole } from "./field/words";

const stage = new Stage();

test("a figure leads to the conversations it counts", async () => {
  const context = await stage.context();
  await signIn(context, stage.server.address);
  const operator = new Operator(await context.newPage());
  const { page } = operator;
  await page.goto(stage.server.address);
  await operator.atWork();
  const question = "Сколько стоит отчёт?";
  const visitor = await stage.visitor();
  await visitor.open();
  await visitor.write(question);
  await operator.take(question);
  await operator.answer("Нисколько");
  await visitor.sees("Нисколько");
  await expect.poll(() => counted(page), { timeout: 30_000 }).toBeGreaterThan(0);

  await page.goto(`${stage.server.address}/reports?zone=UTC`);
  const figure = page.locator("dd[data-figure='conversations'] a");
  await figure.waitFor();
  const number = await figure.textContent();
  const operators = page.getByRole("region", { name: inConsole("reports.group.operator") });
  await operators.getByRole("rowheader", { name: await operator.name() }).waitFor();
  await figure.click();

  await page.locator("a[data-row]").first().waitFor();
  expect(new URL(page.url()).searchParams.get("zone")).toBe("UTC");
  expect(await page.locator("a[data-row]").count()).toBe(Number(number));
});

test.each([
  { look: "light", dark: false },
  { look: "dark", dark: true },
])("a correction is signed as a row of its own, and taken back by another, $look", async ({ dark, look }) => {
  const context = await stage.context({ dark });
  await bringAxe(context);
  await signIn(context, stage.server.address);
  const operator = new Operator(await context.newPage());
  const { page } = operator;
  await page.goto(stage.server.address);
  await operator.atWork();
  const name = await operator.name();
  await page.goto(`${stage.server.address}/reports`);
  await page.locator("dd[data-figure='conversations']").waitFor();
  await page.getByRole("region", { name: inConsole("reports.section.series") }).waitFor();
  expect(await hindrances(page), "figures").toEqual([]);

  await expect.poll(() => atWorkToday(page), { timeout: 30_000 }).toBeGreaterThan(0);
  const me = page.getByRole("region", { name });
  await page.getByRole("link", { name: inConsole("reports.worktime") }).click();
  await me.getByRole("button", { name }).click();
  await me.getByText(inConsole("worktime.first")).waitFor();
  expect(await hindrances(page), "worked time").toEqual([]);

  const reason = `Был на складе, ${look}`;
  const dialog = page.getByRole("dialog");
  await page.getByRole("button", { name: inConsole("worktime.correct"), exact: true }).click();
  await dialog.getByRole("combobox", { name: inConsole("reports.one.operator") }).click();
  await page.getByRole("option", { name }).click();
  await dialog.getByLabel(inConsole("worktime.minutes")).fill("9999");
  await dialog.getByLabel(inConsole("worktime.reason")).fill(reason);
  await dialog.getByRole("button", { name: inConsole("worktime.sign") }).click();
  await dialog.getByText(inConsole("worktime.minutesFar")).waitFor();
  expect(await dialog.getByLabel(inConsole("worktime.reason")).inputValue()).toBe(reason);
  expect(await hindrances(page), "the form").toEqual([]);
  await dialog.getByLabel(inConsole("worktime.minutes")).fill("30");
  await dialog.getByRole("button", { name: inConsole("worktime.sign") }).click();
  await dialog.waitFor({ state: "detached" });

  const corrections = page.getByRole("region", { name: inConsole("worktime.corrections") });
  const row = corrections.getByRole("listitem").filter({ hasText: reason });
  await row.getByRole("button", { name: inConsole("worktime.withdraw") }).click();
  await dialog.getByLabel(inConsole("worktime.reason")).fill("Ошибка");
  await dialog.getByRole("button", { name: inConsole("worktime.sign") }).click();
  await row.getByText(inConsole("worktime.withdrawn")).waitFor();
});

/** How many operators have worked today, as far as the server has written it down. */
async function atWorkToday(page: Operator["page"]): Promise<number> {
  const answer = await page.request.get(new URL("/api/worktime?zone=Asia/Yekaterinburg", page.url()).href);
  return ((await answer.json()) as { operators: unknown[] }).operators.length;
}

/** How many conversations of today the reports know. */
async function counted(page: Operator["page"]): Promise<number> {
  const today = new Date().toISOString().slice(0, 10);
  const asked = new URLSearchParams({ from: today, until: today, zone: "UTC" });
  const answer = await page.request.get(new URL(`/api/reports/summary?${asked}`, page.url()).href);
  return ((await answer.json()) as { figures: { conversations: number } }).figures.conversations;
}
