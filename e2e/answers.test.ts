import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { picture, widthOf } from "./field/picture";
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

test("a formatted answer is kept with its formatting, and a slash inserts it into either field", async () => {
  const operator = await stage.operator();
  const { page, field } = operator;
  await page.goto(`${stage.server.address}/settings/answers`);
  await page.getByRole("button", { name: inConsole("answers.add") }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: inConsole("answers.title") }).fill("Скидка");
  await dialog.getByRole("button", { name: inConsole("format.switch") }).click();
  await dialog.getByRole("toolbar").waitFor();
  const words = dialog.getByRole("textbox", { name: inConsole("answers.text") });
  await words.click();
  await words.pressSequentially("Для вас скидка ");
  await words.press("Control+b");
  await words.pressSequentially("десять процентов");
  await dialog.getByRole("button", { name: inConsole("common.save") }).click();
  await dialog.waitFor({ state: "detached" });

  const visitor = await stage.visitor();
  await visitor.open();
  await visitor.write("А подешевле?");
  await page.goto(stage.server.address);
  await operator.take("А подешевле?");
  const list = page.getByRole("listbox", { name: inConsole("settings.answers") });
  await field.pressSequentially("Да! /скид");
  await list.getByRole("option", { name: "Скидка" }).waitFor();
  await field.press("Enter");
  const bar = page.getByRole("toolbar", { name: inConsole("format.toolbar") });
  await bar.waitFor();
  await expect.poll(() => field.innerText()).toBe("Да! Для вас скидка десять процентов");
  await field.press("Enter");
  const bold = visitor.log.locator("b, strong").getByText("десять процентов");
  await bold.waitFor();
  await bar.waitFor({ state: "detached" });

  await page.getByRole("button", { name: inConsole("format.switch") }).click();
  await bar.waitFor();
  await field.pressSequentially("Повторю: /скид");
  await list.getByRole("option", { name: "Скидка" }).waitFor();
  await field.press("Enter");
  await list.waitFor({ state: "detached" });
  await expect.poll(() => field.innerText()).toBe("Повторю: Для вас скидка десять процентов");
  await field.press("Enter");
  await expect.poll(() => bold.count()).toBe(2);
  await field.pressSequentially("/скид");
  await list.getByRole("option", { name: "Скидка" }).waitFor();
  await field.press("Control+Enter");
  await expect.poll(() => bold.count()).toBe(3);
});

test("a ready answer's picture and document reach the visitor, inserted and sent at once, and outlive the answer", async () => {
  const operator = await stage.operator();
  const { page, field } = operator;
  const main = page.getByRole("main");
  await page.goto(`${stage.server.address}/settings/answers`);
  await page.getByRole("button", { name: inConsole("answers.add") }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: inConsole("answers.title") }).fill("Схема проезда");
  await dialog.getByRole("textbox", { name: inConsole("answers.text") }).fill("Мы вот здесь.");
  await dialog.locator("input[type=file]").setInputFiles([
    { name: "схема.png", mimeType: "image/png", buffer: picture() },
    { name: "цены.txt", mimeType: "text/plain", buffer: Buffer.from("лопата 100") },
  ]);
  await dialog.locator("li[data-state=ready]").nth(1).waitFor();
  await dialog.getByRole("button", { name: inConsole("common.save") }).click();
  await dialog.waitFor({ state: "detached" });
  const row = main.getByRole("button", { name: "Схема проезда" });
  await row.getByLabel(inConsole("answers.filesCount", { count: 2 })).waitFor();

  const visitor = await stage.visitor();
  await visitor.open();
  await visitor.write("Как к вам проехать?");
  await page.goto(stage.server.address);
  await operator.take("Как к вам проехать?");
  const list = page.getByRole("listbox", { name: inConsole("settings.answers") });
  await field.pressSequentially("/схем");
  await list.getByRole("option", { name: "Схема проезда" }).waitFor();
  expect(await widthOf(page.getByRole("img", { name: "схема.png" }))).toBe(560);
  await field.press("Enter");
  const tray = page.getByRole("list", { name: inConsole("files.list") });
  await tray.locator("li[data-state=ready]").nth(1).waitFor();
  await field.press("Enter");
  const pictures = visitor.log.getByRole("img", { name: "схема.png" });
  await pictures.waitFor();
  expect(await widthOf(pictures)).toBe(560);
  await visitor.log.getByText("цены.txt").waitFor();
  await tray.waitFor({ state: "detached" });

  await field.pressSequentially("/схем");
  await list.getByRole("option", { name: "Схема проезда" }).waitFor();
  await field.press("Control+Enter");
  await expect.poll(() => pictures.count(), { timeout: 10_000 }).toBe(2);

  await page.goto(`${stage.server.address}/settings/answers`);
  await row.click();
  await dialog.getByRole("button", { name: inConsole("common.delete") }).click();
  await dialog.getByRole("button", { name: inConsole("answers.removeSure") }).click();
  await row.waitFor({ state: "detached" });
  await visitor.page.reload();
  await pictures.nth(1).waitFor();
  expect(await widthOf(pictures.nth(1))).toBe(560);
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

test("an article is found beside the conversation, its text and its link reach the visitor, and its page is read without scripts", async () => {
  const administration = await stage.administration();
  const words = { text: "Вернуть можно в течение 14 дней.", marks: [] };
  await administration.send("POST", "/api/articles", {
    audience: "public",
    sites: [],
    language: "ru",
    text: {
      folder: "Возврат",
      title: "Как вернуть товар",
      document: { blocks: [{ type: "paragraph", runs: [words] }] },
      version: 0,
      publish: true,
    },
  });
  const [site] = await administration.send<{ id: string }[]>("GET", "/api/sites");
  const wishes = { previews: false, asksPlace: true, suggests: true };
  await administration.send("PUT", `/api/sites/${site?.id}/visitors`, wishes);
  const visitor = await stage.visitor();
  await visitor.open();
  await visitor.frame.getByRole("button", { name: "Как вернуть товар" }).click();
  const suggested = visitor.frame.getByRole("dialog", { name: "Как вернуть товар" });
  await suggested.getByText("Вернуть можно в течение 14 дней.").waitFor();
  await suggested.getByRole("button").click();
  await suggested.waitFor({ state: "detached" });
  await visitor.write("Можно сдать пилу обратно?");
  const operator = await stage.operator();
  await operator.take("Можно сдать пилу обратно?");
  const { page, field } = operator;
  const beside = page.getByRole("search", { name: inConsole("knowledge.beside") });

  await field.press("Alt+k");
  await beside.getByRole("combobox").fill("возвращать товары вернуть");
  await beside.getByRole("option", { name: "Как вернуть товар" }).waitFor();
  await beside.getByRole("button", { name: inConsole("knowledge.insertText") }).click();
  await beside.waitFor({ state: "detached" });
  await expect.poll(() => field.inputValue(), { timeout: 10_000 }).toBe("Вернуть можно в течение 14 дней.");
  await field.press("Alt+k");
  await beside.getByRole("combobox").fill("вернуть");
  await beside.getByRole("button", { name: inConsole("knowledge.insertLink") }).click();
  await beside.waitFor({ state: "detached" });
  await field.press("Enter");
  await visitor.frame.getByText("Вернуть можно в течение 14 дней.").waitFor();
  const address = /\S+\/help\/\S+/.exec(await visitor.frame.getByText("/help/").innerText())?.[0] ?? "";

  const reader = await (await stage.context({ scripts: false })).newPage();
  await reader.goto(address);
  await reader.getByRole("heading", { name: "Как вернуть товар" }).waitFor();
  await reader.getByRole("button", { name: "Да" }).click();
  await reader.getByRole("status").waitFor();
  await reader.getByRole("searchbox").fill("бензопилу вернуть");
  await reader.getByRole("button", { name: "Найти" }).click();
  await reader.getByRole("main").getByRole("link", { name: "Как вернуть товар" }).waitFor();
});
