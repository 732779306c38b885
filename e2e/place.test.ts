import { test } from "vitest";
import type { Operator } from "./field/operator";
import { Stage } from "./field/stage";
import type { Visitor } from "./field/visitor";
import { inConsole, inPanel, inPanelLater } from "./field/words";

const stage = new Stage();

test("what the site says of the place is shown with its source, and who says otherwise is named", async () => {
  const operator = await stage.operator();
  await operator.page.goto(`${stage.server.address}/visitors`);
  const context = await stage.context({ timeZone: "Europe/Saratov" });
  const visitor = await stage.cameTo(context);
  await visitor.button.waitFor();
  const row = rows(operator).nth(1);
  await row.getByText(inConsole("visitors.state.browsing")).waitFor();
  await visitor.page.evaluate(() => Beseda("set", { city: "Пермь" }));
  await row.getByText("Пермь").waitFor();
  await row.getByRole("img", { name: inConsole("place.clock") }).waitFor();
  await row.getByRole("link").click();
  const card = operator.page.getByRole("complementary", { name: inConsole("visitor.title") });
  await card.getByText("Пермь, Пермский край, Россия").waitFor();
  await card.getByText(inConsole("profile.known.site")).waitFor();
  await card.getByText(inConsole("place.clock")).waitFor();

  await visitor.page.reload();
  await visitor.open();
  await visitor.write("Доставите в Пермь?");
  await operator.page.goto(stage.server.address);
  await operator.take("Доставите в Пермь?");
  await operator.page.getByText(doubt("zone", "Саратовская область")).waitFor();
  await operator.page.getByText("Пермь", { exact: true }).waitFor();
});

test("what the site says is heard as well while the window is open", async () => {
  const operator = await stage.operator();
  await operator.page.goto(`${stage.server.address}/visitors`);
  const visitor = await stage.visitor();
  await visitor.open();
  await visitor.page.evaluate(() => Beseda("set", { city: "Пермь" }));
  await rows(operator).nth(1).getByText("Пермь").waitFor();

  await visitor.page.addInitScript(() => Object.assign(window, { Beseda: { q: [["set", { city: "Тверь" }]] } }));
  await visitor.page.reload();
  await visitor.field.waitFor();
  await rows(operator).nth(1).getByText("Тверь").waitFor();
});

test("a city that is no city is shown as it was said, and harms nobody", async () => {
  const operator = await stage.operator();
  await operator.page.goto(`${stage.server.address}/visitors`);
  const visitor = await stage.visitor();
  await visitor.button.waitFor();
  const village = '<img src=x onerror="document.title=1">';
  await visitor.page.evaluate((city) => Beseda("set", { city, country: "%00", region: "Нарния" }), village);
  await rows(operator).nth(1).getByText(village).waitFor();
  await visitor.page.evaluate(() => Beseda("set", { city: "" }));
  await rows(operator).nth(1).getByText(village).waitFor({ state: "detached" });
});

test("the visitor corrects the city in the window, and the device tells it after a click", async () => {
  const operator = await stage.operator();
  const context = await stage.context({ timeZone: "Europe/Saratov" });
  await context.grantPermissions(["geolocation"], { origin: stage.server.address });
  await context.setGeolocation({ latitude: 58.0105, longitude: 56.2294 });
  const visitor = await stage.cameTo(context);
  await visitor.open();
  await visitor.write("Привезёте завтра?");
  await operator.take("Привезёте завтра?");
  const side = operator.page.getByRole("complementary", { name: inConsole("visitor.title") });

  await choose(visitor);
  await visitor.frame.getByRole("button", { name: inPanel("city.locate") }).click();
  await picker(visitor).waitFor({ state: "detached" });
  await side.getByText(inConsole("profile.known.device")).waitFor({ timeout: 30_000 });
  await side.getByText("Пермь, Пермский край, Россия").waitFor();

  await choose(visitor, "Пермь");
  await picker(visitor).getByRole("textbox").fill("Сара");
  await picker(visitor).getByRole("button", { name: "Саратов Саратовская область" }).click();
  await picker(visitor).waitFor({ state: "detached" });
  await side.getByText(inConsole("profile.known.visitor")).waitFor({ timeout: 30_000 });
  await side.getByText(doubt("device", "Пермь")).waitFor();
});

test("a telephone with an area code tells the city, and the window asks if that is so", async () => {
  const operator = await stage.operator();
  const context = await stage.context();
  const visitor = await stage.cameTo(context);
  await visitor.button.waitFor();
  await operator.page.goto(`${stage.server.address}/visitors`);
  await rows(operator).nth(1).getByRole("link").click();
  const card = operator.page.getByRole("complementary", { name: inConsole("visitor.title") });
  const phone = card.getByRole("textbox", { name: inConsole("visitor.phone") });
  await phone.fill("8 (342) 212-34-56");
  await phone.press("Enter");
  await card.getByText("Пермь, Пермский край, Россия").waitFor({ timeout: 30_000 });
  await card.getByText(inConsole("profile.known.phone")).waitFor();

  await visitor.open();
  const question = visitor.frame.getByRole("group", { name: inPanel("city.ask", { city: "Пермь" }) });
  await question.waitFor();
  await question.getByRole("button", { name: inPanel("city.yes") }).click();
  await question.waitFor({ state: "detached" });
  await card.getByText(inConsole("profile.known.visitor")).waitFor({ timeout: 30_000 });
});

async function choose(visitor: Visitor, city?: string): Promise<void> {
  await visitor.frame.getByRole("button", { name: inPanel("menu.open") }).click();
  const name = city === undefined ? inPanelLater("menu.city") : inPanelLater("menu.cityNamed", { city });
  await visitor.frame.getByRole("menuitem", { name }).click();
  await picker(visitor).waitFor();
}

function picker(visitor: Visitor) {
  return visitor.frame.getByRole("form", { name: inPanel("city.title") });
}

/** The snippet's function, on the page. */
declare const Beseda: (command: "set", values: Record<string, string>) => void;

function doubt(source: "zone" | "device", name: string): string {
  return inConsole("place.disagree", { others: inConsole(`place.otherwise.${source}`, { name }) });
}

function rows(operator: Operator) {
  return operator.page.getByRole("table", { name: inConsole("shell.visitors") }).getByRole("row");
}
