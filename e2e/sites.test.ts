import { expect, test } from "vitest";
import { Customer } from "./field/customer";
import { Stage } from "./field/stage";
import { Visitor } from "./field/visitor";
import { inConsole } from "./field/words";

const stage = new Stage();

test("a new site made in the console works on its own address, and a change of its look is seen there", async () => {
  const customer = await Customer.open(stage.server.address);
  const operator = await stage.operator();
  const { page } = operator;
  await page.goto(`${stage.server.address}/settings/sites`);
  await page
    .getByRole("button", { name: inConsole("sites.add") })
    .or(page.getByRole("link", { name: inConsole("sites.add") }))
    .click();
  await page.getByRole("textbox", { name: inConsole("field.siteName") }).fill("Питомник");
  const origins = page
    .getByRole("textbox", { name: inConsole("sites.origins") })
    .or(page.getByRole("combobox", { name: inConsole("sites.origins") }));
  await origins.fill(`${customer.origin}/some/page?x=1`);
  await origins.press("Enter");
  await page.getByRole("button", { name: inConsole("sites.create") }).click();
  await page.locator("pre").waitFor();
  customer.key = /data-site="([^"]+)"/.exec(await page.locator("pre").innerText())?.[1] ?? "";

  const visitor = await stage.visitor(customer.origin);
  await visitor.open();
  await visitor.write("Это питомник?");
  await page.getByRole("textbox", { name: inConsole("sites.greeting.ru") }).fill("Спрашивайте о саженцах!");
  await page.getByRole("textbox", { name: inConsole("sites.accent") }).fill("#be185d");
  await page.getByText(inConsole("sites.cornerLeft"), { exact: true }).click();
  await operator.press("common.save");
  await page.getByText(inConsole("common.saved")).waitFor();

  const newcomer = await stage.visitor(customer.origin);
  await newcomer.open();
  await newcomer.log.getByText("Спрашивайте о саженцах!").waitFor();
  expect(await colourOf(newcomer)).toBe("rgb(190, 24, 93)");
  expect((await newcomer.button.boundingBox())?.x).toBeLessThan(100);
  await expect.poll(() => colourOf(visitor), { timeout: 10_000 }).toBe("rgb(190, 24, 93)");

  await page.goto(stage.server.address);
  await operator.take("Это питомник?");
  await operator.answer("Он самый.");
  await visitor.sees("Он самый.");
  await customer.close();
});

test("an unknown key draws nothing and says why in the browser's console", async () => {
  const customer = await Customer.open(stage.server.address);
  await drawsNothing(customer, /data-site "unknown" is unknown/);
  await customer.close();
});

test("a page that is not on the site's list draws nothing and says why", async () => {
  const customer = await Customer.open(stage.server.address);
  const administration = await stage.administration();
  const site = await administration.addSite({ name: "Чужой адрес", origins: ["https://elsewhere.example"] });
  customer.key = site.key;
  await drawsNothing(customer, /is not an address of this site/);
  await customer.close();
});

test("a site switched off takes its button away", async () => {
  const customer = await Customer.open(stage.server.address);
  const administration = await stage.administration();
  const {
    id,
    key,
    snippet: _,
    ...draft
  } = await administration.addSite({ name: "На время", origins: [customer.origin] });
  customer.key = key;
  const visitor = await stage.visitor(customer.origin);
  await visitor.button.waitFor();
  await administration.send("PUT", `/api/sites/${id}`, { ...draft, disabled: true });
  await visitor.page.reload();
  await visitor.button.waitFor({ state: "hidden" });
  await customer.close();
});

/** Opens the customer's page, waits for the word in its console, and sees to it that nothing was drawn. */
async function drawsNothing(customer: Customer, warning: RegExp): Promise<void> {
  const context = await stage.context();
  const page = await context.newPage();
  const said = page.waitForEvent("console", (message) => warning.test(message.text()));
  await page.goto(customer.origin);
  expect((await said).type()).toBe("warning");
  expect(await new Visitor(page).button.count()).toBe(0);
}

function colourOf({ button }: Visitor): Promise<string> {
  return button.evaluate((element) => getComputedStyle(element).backgroundColor);
}
