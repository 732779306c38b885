import { expect, test } from "vitest";
import { Stage } from "./field/stage";
import { inConsole } from "./field/words";

const stage = new Stage();

test("take, answer, note, close and the next one without the mouse", async () => {
  const [first, second] = [await stage.visitor(), await stage.visitor()];
  await first.open();
  await first.write("Первый вопрос");
  await first.ticked("Первый вопрос", "stored");
  await second.open();
  await second.write("Второй вопрос");
  await second.ticked("Второй вопрос", "stored");
  const operator = await stage.operator();
  const { keyboard } = operator.page;
  await operator.row("Второй вопрос").waitFor();

  await keyboard.press("Shift+KeyT");
  await operator.sees("Первый вопрос");
  await operator.field.and(operator.page.locator(":focus")).waitFor();
  await keyboard.type("Первый ответ");
  await keyboard.press("Enter");
  await first.sees("Первый ответ");

  await keyboard.press("Escape");
  await keyboard.press("KeyN");
  await operator.noteField.and(operator.page.locator(":focus")).waitFor();
  await keyboard.type("Заметка о первом");
  await keyboard.press("Enter");
  await operator.sees("Заметка о первом");

  await keyboard.press("Escape");
  await keyboard.press("Shift+KeyE");
  await operator.log.getByText(inConsole("event.closed.operator")).waitFor();

  await keyboard.press("KeyJ");
  await operator.page.locator("a:focus").waitFor();
  await keyboard.press("KeyT");
  await operator.sees("Второй вопрос");
  await operator.field.and(operator.page.locator(":focus")).waitFor();
  await keyboard.type("Второй ответ");
  await keyboard.press("Enter");
  await second.sees("Второй ответ");
});

test("the page of keys opens on ? and closes on Escape, and no key reaches what lies under it", async () => {
  const operator = await stage.operator();
  const { page } = operator;
  await page.keyboard.press("Shift+Slash");
  const help = page.getByRole("dialog", { name: inConsole("action.keys") });
  await help.getByText(inConsole("action.takeNext"), { exact: true }).waitFor();
  await help.getByText(inConsole("keys.leave"), { exact: true }).waitFor();
  await page.keyboard.press("Shift+KeyS");
  expect(new URL(page.url()).pathname).not.toContain("/settings");
  await page.keyboard.press("Escape");
  await help.waitFor({ state: "hidden" });
  await page.keyboard.press("Shift+KeyS");
  await page.waitForURL("**/settings**");
});

test("the palette marks what Enter does, and does it", async () => {
  const { page } = await stage.operator();
  await page.keyboard.press("Control+KeyK");
  await page.getByPlaceholder(inConsole("palette.placeholder")).fill(inConsole("action.goVisitors"));
  const chosen = page.locator("[data-action][data-selected]");
  await chosen.getByText(inConsole("action.goVisitors")).first().waitFor();
  const looks = await chosen.evaluate((row) => {
    const { backgroundColor, paddingLeft } = getComputedStyle(row);
    return { backgroundColor, paddingLeft };
  });
  expect(looks.backgroundColor).not.toBe("rgba(0, 0, 0, 0)");
  expect(looks.paddingLeft).not.toBe("0px");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/visitors**");
});

test("from one of several conversations to the next, and to who waits longest, from the middle of an answer", async () => {
  const operator = await stage.operator();
  const { keyboard } = operator.page;
  const questions = ["Вопрос о лейке", "Вопрос о граблях"];
  for (const question of questions) {
    const visitor = await stage.visitor();
    await visitor.open();
    await visitor.write(question);
    await operator.take(question);
  }
  await operator.field.fill("Начало ответа");
  await keyboard.press("Alt+KeyL");
  await operator.sees("Вопрос о лейке");
  await operator.field.and(operator.page.locator(":focus")).waitFor();
  expect(await operator.field.inputValue()).toBe("");
  await keyboard.press("Alt+ArrowDown");
  await operator.sees("Вопрос о граблях");
  expect(await operator.field.inputValue()).toBe("Начало ответа");
});

test("the console can be installed as a program, and each of its sounds is chosen and tried by itself", async () => {
  const operator = await stage.operator();
  const { page } = operator;
  const browser = await page.context().newCDPSession(page);
  await page.waitForFunction(() => navigator.serviceWorker.ready.then(() => true));
  const { installabilityErrors } = await browser.send("Page.getInstallabilityErrors");
  // Windows of tests keep nothing when they are closed, and such ones install nothing.
  expect(installabilityErrors.filter(({ errorId }) => errorId !== "in-incognito")).toEqual([]);

  await page.goto(`${stage.server.address}/settings/me`);
  const note = page.getByRole("checkbox", { name: inConsole("sound.note") });
  await note.uncheck();
  await page.getByRole("button", { name: inConsole("sound.tryOne", { sound: inConsole("sound.offer") }) }).click();
  await page.reload();
  expect(await note.isChecked()).toBe(false);
  expect(await page.getByRole("checkbox", { name: inConsole("sound.offer") }).isChecked()).toBe(true);
});
