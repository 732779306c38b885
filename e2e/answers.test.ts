import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { Stage } from "./field/stage";
import { inConsole } from "./field/words";

const stage = new Stage();

const answer = (title: string, text: string) => ({ folder: "Доставка", title, text, language: null, department: null });

test("a ready answer is found behind a slash, inserted or sent at once, and a new one is there without a reload", async () => {
  const administration = await stage.administration();
  const place = "/api/answers";
  await administration.send(
    "POST",
    place,
    answer("Сроки доставки", "{visitor.name|Здравствуйте}, {city|в ваш город} везём три дня."),
  );
  const visitor = await stage.visitor();
  await visitor.open();
  await visitor.write("Когда привезёте?");
  const operator = await stage.operator();
  await operator.take("Когда привезёте?");
  const { field } = operator;
  const list = operator.page.getByRole("listbox", { name: inConsole("settings.answers") });

  await field.pressSequentially("/доставки сро");
  await list.getByRole("option", { name: "Сроки доставки" }).waitFor();
  await field.press("Enter");
  await list.waitFor({ state: "detached" });
  await expect.poll(() => field.inputValue(), { timeout: 10_000 }).toMatch(/^Здравствуйте, .+ везём три дня\.$/);
  await field.press("Enter");
  await visitor.frame.getByText(/Здравствуйте, .+ везём три дня\.$/).waitFor();

  await administration.send("POST", place, answer("Самовывоз", "Забрать можно сегодня до восьми."));
  await field.pressSequentially("/самов");
  await list.getByRole("option", { name: "Самовывоз" }).waitFor();
  await field.press("Control+Enter");
  await visitor.sees("Забрать можно сегодня до восьми.");
  await expect.poll(() => field.inputValue(), { timeout: 10_000 }).toBe("");

  await operator.page.goto(`${stage.server.address}/settings/answers`);
  const row = operator.page.getByRole("main").getByRole("listitem").filter({ hasText: "Самовывоз" });
  await row.getByText(inConsole("answers.used", { count: 1 })).waitFor();
});

test("what was downloaded is uploaded again, a bad line is named, and nothing of its file is taken", async () => {
  const administration = await stage.administration();
  await administration.send("POST", "/api/answers", answer("Чек", "Чек придёт на почту, {visitor.name|друг}."));
  const { page } = await stage.operator();
  await page.goto(`${stage.server.address}/settings/answers`);
  const main = page.getByRole("main");
  await main.getByRole("listitem").filter({ hasText: "Чек придёт" }).waitFor();
  await main.getByRole("button", { name: inConsole("file.menu") }).click();
  const coming = page.waitForEvent("download");
  await page.getByRole("menuitem", { name: inConsole("file.take") }).click();
  const file = await readFile(await (await coming).path(), "utf8");
  expect(file).toContain("Чек придёт на почту, {visitor.name|друг}.");

  const upload = (text: string) =>
    main.locator("input[type=file]").setInputFiles({ name: "a.csv", mimeType: "text/csv", buffer: Buffer.from(text) });
  const table = file.trimEnd();
  await upload(`${table}\r\nВозврат;Сроки;Вернём за неделю;ru;\r\nВозврат;Кому;{кому};;`);
  const dialog = page.getByRole("dialog", { name: inConsole("file.refused") });
  const line = String(table.split("\r\n").length + 2);
  await dialog.getByText(new RegExp(`^Строка ${line}, .+кому`)).waitFor();
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "detached" });
  expect(await main.getByText("Вернём за неделю").count()).toBe(0);

  await upload(`${table}\r\nВозврат;Сроки;Вернём за неделю;ru;`);
  await main.getByRole("listitem").filter({ hasText: "Вернём за неделю" }).waitFor();
});
