import { expect, test } from "vitest";
import { bringAxe, hindrances } from "./field/axe";
import { signIn } from "./field/browser";
import { Stage } from "./field/stage";
import { inConsole } from "./field/words";

const stage = new Stage();

test("a report by e-mail is planned, its mistakes told, changed and removed", async () => {
  const context = await stage.context();
  await bringAxe(context);
  await signIn(context, stage.server.address);
  const page = await context.newPage();
  await page.goto(`${stage.server.address}/reports/schedules`);
  await page.getByRole("button", { name: inConsole("schedules.add") }).click();
  const dialog = page.getByRole("dialog");
  const save = dialog.getByRole("button", { name: inConsole("common.save") });
  await save.click();
  await dialog.getByText(inConsole("field.required")).waitFor();

  await dialog.getByLabel(inConsole("schedules.name")).fill("Неделя поддержки");
  const emails = dialog.getByRole("combobox", { name: inConsole("schedules.emails") });
  await emails.fill("boss@example.org");
  await emails.press("Enter");
  expect(await hindrances(page)).toEqual([]);
  await save.click();
  await dialog.waitFor({ state: "detached" });
  await page.getByText(inConsole("schedules.noMail")).waitFor();

  await page.getByRole("button", { name: "Неделя поддержки" }).click();
  await dialog.getByText(inConsole("schedules.cadence.month"), { exact: true }).click();
  await save.click();
  await dialog.waitFor({ state: "detached" });
  await page.getByRole("listitem").getByText(inConsole("schedules.every.month")).waitFor();
  await page.getByRole("button", { name: "Неделя поддержки" }).click();
  await dialog.getByRole("button", { name: inConsole("schedules.remove") }).click();
  await page.getByText(inConsole("schedules.none")).waitFor();
});
