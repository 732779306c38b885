import { expect, test } from "vitest";
import type { Site } from "../frontend/console/src/rest/types";
import type { Operator } from "./field/operator";
import { Stage } from "./field/stage";
import { inConsole, inPanel } from "./field/words";

const stage = new Stage();

test("nothing moves under the mouse while people come, go on and leave; order follows when it leaves the list", async () => {
  const operator = await stage.operator();
  await operator.page.goto(`${stage.server.address}/visitors`);
  await operator.page.getByRole("searchbox", { name: inConsole("visitors.search") }).fill("flower=");
  const came = async (flower: string) => {
    const visitor = await stage.visitor(`${stage.server.address}/demo/?flower=${flower}`);
    await rows(operator).nth(1).getByText(flower).waitFor();
    return visitor;
  };
  const aster = await came("aster");
  const tulip = await came("tulip");
  const resting = rows(operator).nth(2);
  await resting.hover();

  await stage.visitor(`${stage.server.address}/demo/?flower=rose`);
  await operator.page.getByRole("heading", { name: `${inConsole("shell.visitors")} 3` }).waitFor();
  await aster.page.goto(`${stage.server.address}/demo/cart.html?flower=aster`);
  await resting.getByText("/demo/cart.html?flower=aster").waitFor();
  await tulip.page.close();
  await operator.page.getByRole("heading", { name: `${inConsole("shell.visitors")} 2` }).waitFor();
  expect(await rows(operator).nth(1).innerText()).toContain("flower=tulip");
  expect(await resting.evaluate((row) => row.matches(":hover"))).toBe(true);
  const more = operator.page.getByRole("button", { name: inConsole("visitors.come", { count: 1 }) });
  await more.focus();
  await operator.page.keyboard.press("Enter");
  await rows(operator).nth(1).getByText("flower=rose").waitFor();
  await more.waitFor({ state: "detached" });

  await stage.visitor(`${stage.server.address}/demo/?flower=daisy`);
  await more.waitFor();
  await operator.page.mouse.move(0, 0);
  await rows(operator).nth(1).getByText("flower=daisy").waitFor();
});

test("whoever is on the site is in the list, and follows under the operator's eyes", async () => {
  const operator = await stage.operator();
  await operator.page.goto(`${stage.server.address}/visitors`);
  const visitor = await stage.visitor();
  const row = rows(operator).nth(1);
  await row.getByText(inConsole("visitors.state.browsing")).waitFor();
  await row.getByText("Chrome").waitFor();

  await visitor.page.goto(`${stage.server.address}/demo/cart.html`);
  await row.getByText(await visitor.page.title()).waitFor();

  await visitor.open();
  await visitor.write("Вы тут?");
  await row.getByText(inConsole("visitors.state.waiting")).waitFor();
  await operator.page.getByText(inConsole("visitors.state.talking"), { exact: true }).first().click();
  await operator.page.getByText(inConsole("visitors.nobodyFound")).waitFor();
});

test("an operator notes something on a visitor and blocks them: the button vanishes until the block is lifted", async () => {
  const operator = await stage.operator();
  const context = await stage.context();
  const visitor = await stage.cameTo(context);
  await visitor.open();
  await visitor.write("Ну вы и тормоза");
  await operator.page.goto(`${stage.server.address}/visitors`);
  await rows(operator).nth(1).getByRole("link").click();
  const card = operator.page.getByRole("complementary", { name: inConsole("visitor.title") });
  await card.getByRole("textbox", { name: inConsole("profile.commentPlaceholder") }).fill("Грубит");
  await card.getByRole("button", { name: inConsole("profile.commentAdd") }).click();
  await card.getByText("Грубит").waitFor();
  await card.getByRole("button", { name: inConsole("profile.open") }).click();
  await operator.sees("Ну вы и тормоза");
  await card.getByText("Грубит").waitFor();
  await card.getByText(inConsole("profile.walk")).waitFor();

  await card.getByRole("button", { name: inConsole("ban.open") }).click();
  const dialog = operator.page.getByRole("dialog", { name: inConsole("ban.title") });
  await dialog.getByRole("textbox", { name: inConsole("ban.reason") }).fill("Ругается");
  await dialog.getByRole("button", { name: inConsole("ban.do") }).click();
  await visitor.button.waitFor({ state: "detached" });
  await visitor.page.reload();
  await visitor.page.waitForTimeout(2000);
  expect(await visitor.button.count()).toBe(0);

  await operator.page.goto(`${stage.server.address}/settings/bans`);
  await operator.page.getByText("Ругается").waitFor();
  await operator.page.getByRole("button", { name: inConsole("bans.lift") }).click();
  await operator.page.getByText(inConsole("bans.none")).waitFor();
  await visitor.page.reload();
  await visitor.button.waitFor();
});

test("what is being written is seen before it is sent only where the site says so, and the visitor is told", async () => {
  const administration = await stage.administration();
  const [site] = (await administration.send<Site[]>("GET", "/api/sites")) as [Site];
  const operator = await stage.operator();
  const visitor = await stage.visitor();
  await visitor.open();
  await visitor.write("Добрый день");
  await operator.take("Добрый день");
  expect(await visitor.frame.getByText(inPanel("composer.previewed")).count()).toBe(0);

  await administration.send("PUT", `/api/sites/${site.id}/visitors`, {
    previews: true,
    asksPlace: true,
    suggests: false,
    rating: "off",
  });
  await visitor.frame.getByText(inPanel("composer.previewed")).waitFor();
  await visitor.field.pressSequentially("А <b>сколько</b> стоит");
  await operator.page.getByText("А <b>сколько</b> стоит").waitFor();
  await visitor.field.press("Enter");
  await operator.sees("А <b>сколько</b> стоит");
  await expect
    .poll(() => operator.page.getByText(inConsole("pane.drafting", { name: "" }).trim()).count(), { timeout: 10_000 })
    .toBe(0);
  await administration.send("PUT", `/api/sites/${site.id}/visitors`, {
    previews: false,
    asksPlace: true,
    suggests: false,
    rating: "off",
  });
});

function rows(operator: Operator) {
  return operator.page.getByRole("table", { name: inConsole("shell.visitors") }).getByRole("row");
}
