import type { Locator } from "playwright-core";
import { expect, test } from "vitest";
import { Customer } from "./field/customer";
import { Stage } from "./field/stage";
import type { Visitor } from "./field/visitor";
import { OwnWindow } from "./field/visitor";
import { inPanel, inPanelLater } from "./field/words";

const stage = new Stage();

async function inOwnWindow(visitor: Visitor): Promise<OwnWindow> {
  await visitor.frame.getByRole("button", { name: inPanel("menu.open") }).click();
  const opening = visitor.page.waitForEvent("popup");
  await visitor.frame.getByRole("menuitem", { name: inPanelLater("menu.window") }).click();
  return new OwnWindow(await opening);
}

test("the conversation goes on in a window of its own, also when the page is left", async () => {
  const operator = await stage.operator();
  const administration = await stage.administration();
  const customer = await Customer.open(stage.server.address);
  const site = await administration.addSite({ name: "На другом имени", origins: [customer.origin] });
  customer.key = site.key;
  const visitor = await stage.visitor(customer.origin);
  await visitor.open();
  await visitor.write("Есть ли тяпки?");
  await operator.take("Есть ли тяпки?");
  await operator.answer("Есть.");
  await visitor.sees("Есть.");
  await visitor.field.fill("А почём");

  const own = await inOwnWindow(visitor);
  await own.sees("Есть.");
  await visitor.window.waitFor({ state: "hidden" });
  expect(await own.field.inputValue()).toBe("А почём");
  expect(own.page.url()).not.toContain("&window");
  await own.write("А почём и когда привезёте?");
  await operator.sees("А почём и когда привезёте?");

  await visitor.page.goto("about:blank");
  await operator.answer("390 ₽, в четверг.");
  await own.sees("390 ₽, в четверг.");
  await own.page.reload();
  await own.sees("390 ₽, в четверг.");
  await own.write("Беру");
  await operator.sees("Беру");

  const back = await stage.cameTo(visitor.page.context(), customer.origin);
  await back.open();
  await back.sees("Беру");
  await operator.row("Беру").waitFor();
  await customer.close();
});

test("on the demo shop, too, the window of its own knows the visitor", async () => {
  const visitor = await stage.visitor();
  await visitor.open();
  await visitor.write("Это магазин?");
  await visitor.ticked("Это магазин?", "stored");
  const own = await inOwnWindow(visitor);
  await own.sees("Это магазин?");
});

test("where the site wants it the collapsed window opens when an answer comes, and of two tabs one rings", async () => {
  const operator = await stage.operator();
  const administration = await stage.administration();
  const customer = await Customer.open(stage.server.address);
  const site = await administration.addSite({ name: "Сама откроется", origins: [customer.origin], opens: true });
  customer.key = site.key;
  const context = await stage.context();
  await context.addInitScript(() => {
    const Original = AudioContext;
    let sounds = 0;
    Reflect.set(window, "sounds", () => sounds);
    window.AudioContext = class extends Original {
      constructor() {
        super();
        sounds += 1;
      }
    };
  });
  const visitor = await stage.cameTo(context, customer.origin);
  await visitor.open();
  await visitor.write("Откроется само?");
  await operator.take("Откроется само?");
  await visitor.collapse();
  await visitor.page.getByRole("heading").click();
  await operator.answer("Открылось.");
  await visitor.sees("Открылось.");
  await visitor.window.waitFor();
  expect(await visitor.page.evaluate(() => document.activeElement?.tagName)).toBe("BODY");

  await visitor.collapse();
  const ringing = async () => (await navigator.locks.query()).held?.length;
  await expect.poll(() => visitor.page.evaluate(ringing), { timeout: 10_000 }).toBe(0);
  const other = await stage.cameTo(context, customer.origin);
  await other.page.getByRole("heading").click();
  await operator.answer("И здесь.");
  // Both are looked at here, and what one has shown first the other need not open for.
  await Promise.any([visitor.sees("И здесь."), other.sees("И здесь.")]);
  const sounds = async () =>
    Promise.all([visitor, other].map(({ page }) => page.evaluate(() => Reflect.get(window, "sounds")() as number)));
  const rung = async () => (await sounds()).reduce((sum, each) => sum + each);
  await expect.poll(rung, { timeout: 10_000 }).toBe(2);
  await expect.poll(() => visitor.page.evaluate(ringing), { timeout: 10_000 }).toBe(0);
  expect(await rung()).toBe(2);
  await customer.close();
});

test("words from right to left, letters twice as large and forced colours: everything can be read and reached", async () => {
  const administration = await stage.administration();
  const [site] = await administration.send<{ key: string }[]>("GET", "/api/sites");
  const context = await stage.context({ phone: true });
  const page = await context.newPage();
  await page.emulateMedia({ forcedColors: "active" });
  await page.goto(`${stage.server.address}/panel/?site=${site?.key}`);
  const own = new OwnWindow(page);
  await own.write("مرحبا! 25 л?");
  await own.write("Есть ли красные чайники?");
  await own.ticked("Есть ли красные чайники?", "stored");
  const direction = (text: string) => own.message(text).evaluate((element) => getComputedStyle(element).direction);
  expect(await direction("مرحبا! 25 л?")).toBe("rtl");
  expect(await direction("Есть ли красные чайники?")).toBe("ltr");
  const edge = await own.message("Есть ли красные чайники?").evaluate((element) => {
    const { outlineColor, outlineStyle } = getComputedStyle(element.closest("[class*=bubble]") ?? element);
    return [outlineStyle, outlineColor === "rgba(0, 0, 0, 0)"];
  });
  expect(edge).toEqual(["solid", false]);

  await page.evaluate(() => document.documentElement.style.setProperty("font-size", "200%"));
  await page.getByRole("button", { name: inPanel("menu.open") }).click();
  await page.getByRole("menuitem", { name: inPanel("menu.transcript") }).waitFor();
  const menu = page.getByRole("menu");
  expect(await stickingOut(menu.locator("button"))).toEqual([]);
  await menu.getByRole("menuitem", { name: inPanel("menu.transcript") }).click();
  const form = page.getByRole("form", { name: inPanel("menu.transcript") });
  await form.getByRole("textbox").waitFor();
  expect(await stickingOut(page.locator("button, input, textarea:visible, h1"))).toEqual([]);
});

/** Those that are wider than the page lets them be, by their words. */
async function stickingOut(elements: Locator): Promise<string[]> {
  return elements.evaluateAll((all) =>
    all
      .filter((element) => element.checkVisibility())
      .filter((element) => {
        const { left, right } = element.getBoundingClientRect();
        return left < 0 || right > document.documentElement.clientWidth;
      })
      .map((element) => element.textContent ?? ""),
  );
}
