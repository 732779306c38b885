import type { Locator } from "playwright-core";
import { expect, test } from "vitest";
import type { Operator } from "./field/operator";
import { Stage } from "./field/stage";
import { inConsole } from "./field/words";

const stage = new Stage();

const toolbar = (operator: Operator) => operator.page.getByRole("toolbar", { name: inConsole("format.toolbar") });
const tool = (operator: Operator, label: "format.bullets" | "format.bold" | "format.link") =>
  toolbar(operator).getByRole("button", { name: inConsole(label), exact: true });

async function talking(question: string) {
  const operator = await stage.operator();
  const visitor = await stage.visitor();
  await visitor.open();
  await visitor.write(question);
  await operator.take(question);
  await operator.press("format.switch");
  await toolbar(operator).waitFor();
  return { operator, visitor };
}

/** As the browser tells of what the clipboard holds. */
function paste(field: Locator, html: string, times = 1): Promise<void> {
  return field.evaluate(
    (element, { html, times }) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/html", html.repeat(times));
      clipboardData.setData("text/plain", "text");
      element.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    },
    { html, times },
  );
}

test("an operator formats an answer, and the visitor sees its list, bold words and link", async () => {
  const { operator, visitor } = await talking("Из чего сделана лопата?");
  const { field } = operator;
  await field.click();
  await toolbar(operator)
    .getByRole("button", { name: inConsole("format.colour"), exact: true })
    .click();
  await operator.page.getByRole("menuitemradio", { name: inConsole("format.colour.green") }).click();
  await field.pressSequentially("Состав:");
  await field.press("Shift+Enter");
  await tool(operator, "format.bullets").click();
  await field.pressSequentially("сталь");
  await field.press("Shift+Enter");
  await field.press("Control+b");
  await field.pressSequentially("ясень");
  await field.press("Shift+Enter");
  await field.press("Shift+Enter");
  await tool(operator, "format.link").click();
  await operator.page.getByRole("textbox", { name: inConsole("format.link.address") }).fill("shop.example/lopaty");
  await operator.page.getByRole("textbox", { name: inConsole("format.link.address") }).press("Enter");
  await field.getByText("shop.example/lopaty").waitFor();
  await field.press("Enter");

  await visitor.log.locator('[data-colour="green"]', { hasText: "Состав:" }).waitFor();
  for (const log of [visitor.log, operator.log]) {
    await log.getByRole("listitem").filter({ hasText: "сталь" }).waitFor();
    await log
      .getByRole("listitem")
      .filter({ has: log.page().locator("strong", { hasText: "ясень" }) })
      .waitFor();
    const link = log.getByRole("link", { name: "shop.example/lopaty" });
    expect(await link.getAttribute("href")).toBe("https://shop.example/lopaty");
    expect(await link.getAttribute("rel")).toBe("noopener noreferrer nofollow");
  }
  expect((await field.textContent())?.trim()).toBe("");

  await field.press("Control+b");
  await field.pressSequentially("недописанное");
  await operator.page.reload();
  await operator.field.locator("strong", { hasText: "недописанное" }).waitFor();
  await operator.press("format.switch");
  await toolbar(operator).waitFor({ state: "hidden" });
  await expect.poll(() => operator.field.inputValue()).toBe("недописанное");
  await operator.field.press("Enter");
  await visitor.sees("недописанное");
});

test("what is pasted from Word keeps bold and list and nothing else; 5 MB are cut, and it is told", async () => {
  const { operator, visitor } = await talking("Как вернуть товар?");
  const { field } = operator;
  await paste(
    field,
    "<html><head><style>p { color: red }</style></head><body><script>window.pasted = 1</script>" +
      "<p class=MsoNormal>Нужен <b>чек</b><o:p></o:p></p>" +
      "<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·</span>коробка</p>" +
      "<p onclick='window.pasted = 2'><img src=x onerror='window.pasted = 3'>конец</p></body></html>",
  );
  await field.locator("strong", { hasText: "чек" }).waitFor();
  await field.press("Enter");
  await visitor.log.locator("strong", { hasText: "чек" }).waitFor();
  await visitor.log.getByRole("listitem").filter({ hasText: "коробка" }).waitFor();
  expect(await visitor.log.textContent()).not.toContain("color: red");
  expect(await operator.page.evaluate(() => "pasted" in window)).toBe(false);

  await paste(field, "<p>много <b>слов</b></p>", 250_000);
  await operator.page
    .getByRole("alert")
    .filter({ hasText: inConsole("format.cut") })
    .waitFor();
  await field.press("Control+a");
  await field.press("Delete");
  await field.pressSequentially("Готово");
  await field.press("Enter");
  await visitor.sees("Готово");
});
