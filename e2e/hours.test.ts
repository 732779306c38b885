import { expect, test } from "vitest";
import { bringAxe, hindrances } from "./field/axe";
import { signIn } from "./field/browser";
import type { Operator } from "./field/operator";
import { Stage } from "./field/stage";
import { inConsole } from "./field/words";

const stage = new Stage();
const closed = Array.from({ length: 7 }, () => []);

test("an administrator sets hours of a week with a holiday, lets a site go by them, and they stay while it does", async () => {
  const context = await stage.context();
  await bringAxe(context);
  await signIn(context, stage.server.address);
  const page = await context.newPage();
  await page.goto(`${stage.server.address}/settings/hours`);
  await page.getByText(inConsole("timetables.none")).waitFor();
  await page.getByRole("button", { name: inConsole("timetables.add") }).click();
  await page.getByRole("textbox", { name: inConsole("timetables.name"), exact: true }).fill("Офис");

  const monday = "Понедельник";
  await page.getByLabel(inConsole("timetables.until", { day: monday })).fill("13:00");
  await page.getByRole("button", { name: inConsole("timetables.addRange", { day: monday }) }).click();
  await page
    .getByLabel(inConsole("timetables.from", { day: monday }))
    .nth(1)
    .fill("14:00");
  await page
    .getByLabel(inConsole("timetables.until", { day: monday }))
    .nth(1)
    .fill("00:00");
  await page.getByRole("button", { name: inConsole("timetables.copy", { day: monday }) }).click();
  await page.getByRole("menuitem", { name: inConsole("timetables.copy.workdays") }).click();
  await page.getByRole("button", { name: inConsole("timetables.special.add") }).click();
  await page.getByLabel(inConsole("timetables.special.date")).fill("2026-01-01");
  await page.getByLabel(inConsole("timetables.special.name")).fill("Новый год");
  await page.getByRole("checkbox", { name: inConsole("timetables.special.everyYear") }).check();
  expect(await hindrances(page), "hours being written").toEqual([]);
  await page.getByRole("button", { name: inConsole("common.save") }).click();
  await page.getByText("пн–пт 09:00–13:00, 14:00–24:00").waitFor();
  await page.getByText(inConsole("timetables.unused")).waitFor();
  expect(await hindrances(page), "the list of hours").toEqual([]);

  await page.goto(`${stage.server.address}/settings/sites`);
  await page.getByRole("region").getByRole("link").first().click();
  await page.getByRole("combobox", { name: inConsole("timetables.choice.sites") }).click();
  await page.getByRole("option", { name: "Офис" }).click();
  await page
    .getByRole("button", { name: inConsole("common.save") })
    .last()
    .click();
  await page.getByText(inConsole("common.saved")).waitFor();

  await page.goto(`${stage.server.address}/settings/hours`);
  await page.getByRole("link").filter({ hasText: "Офис" }).click();
  const remove = page.getByRole("button", { name: inConsole("timetables.remove") });
  await remove.and(page.locator(":disabled")).waitFor();
  await page.getByText(inConsole("timetables.used", { users: "" }).split(":")[0] ?? "").waitFor();
});

test("where only working hours count, a question of the night is not late until they are counted plainly", async () => {
  const administration = await stage.administration();
  const [site] = await administration.send<{ id: string }[]>("GET", "/api/sites");
  const night = await administration.send<{ id: string }>("POST", "/api/hours", {
    name: "Ночь",
    timeZone: "UTC",
    week: closed,
    days: [],
  });
  await administration.send("PUT", `/api/sites/${site?.id}/hours`, { timetable: night.id });
  await count(true);
  const operator = await stage.operator();
  await hurry(operator);
  const visitor = await stage.visitor();
  await visitor.open();
  await visitor.write("Вы ночью работаете?");
  const wait = operator.row("Вы ночью работаете?").locator("[data-urgency]");
  // The clock of the row runs: more than the seconds after which an answer is late.
  await expect.poll(async () => seconds(await wait.textContent()), { timeout: 30_000 }).toBeGreaterThan(4);
  expect(await wait.getAttribute("data-urgency")).toBe("calm");

  await count(false);
  await operator.page.reload();
  await wait.and(operator.page.locator("[data-urgency=late]")).waitFor();

  async function count(lateInWorkingHours: boolean) {
    const settings = await administration.send<object>("GET", "/api/settings");
    await administration.send("PUT", "/api/settings", { ...settings, lateInWorkingHours });
  }
});

/** Of a running clock, as 0:07. */
function seconds(clock: string | null): number {
  const [minutes = 0, rest = 0] = (clock ?? "").split(":").map(Number);
  return minutes * 60 + rest || 0;
}

/** The minutes of this console are made seconds: nobody waits five minutes for a test. */
async function hurry({ page }: Operator): Promise<void> {
  await page.route("**/api/session", async (route) => {
    if (route.request().method() !== "GET") return route.fallback();
    const answer = await route.fetch();
    const session = (await answer.json()) as object;
    await route.fulfill({ response: answer, json: { ...session, lateAfterMinutes: 3 / 60, lateWarningMinutes: 0 } });
  });
  await page.reload();
}
