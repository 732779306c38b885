import { beforeAll, expect, test } from "vitest";
import type { InvitationRule, InvitationRules, Showing, Site } from "../frontend/console/src/rest/types";
import { ru } from "../frontend/widget/loader/later/messages/ru";
import { bringAxe, hindrances } from "./field/axe";
import { Stage } from "./field/stage";
import type { Visitor } from "./field/visitor";
import { inConsole } from "./field/words";

const stage = new Stage();
const words = "Здравствуйте! Если у Вас есть вопросы, мы готовы Вам помочь.";
let site: Site;
let quick: InvitationRule[];

beforeAll(async () => {
  const administration = await stage.administration();
  [site] = (await administration.send<Site[]>("GET", "/api/sites")) as [Site];
  const { rules: stored } = await administration.send<InvitationRules>("GET", `/api/sites/${site.id}/invitations`);
  quick = stored.map((rule) => ({ ...rule, conditions: [{ kind: "onPage", seconds: 2 }] }));
  await rules(quick);
});

async function rules(wanted: readonly InvitationRule[]) {
  const administration = await stage.administration();
  await administration.send("PUT", `/api/sites/${site.id}/invitations`, { rules: wanted });
}

test("nobody is invited while nobody is on line; then a face invites, and «Нет, спасибо» is for the whole visit", async () => {
  const visitor = await stage.visitor();
  await visitor.page.waitForTimeout(6000);
  expect(await card(visitor).count()).toBe(0);

  await stage.operator();
  await card(visitor).getByText(words).waitFor({ timeout: 20_000 });
  expect(await visitor.page.evaluate(() => document.activeElement === document.body)).toBe(true);
  await card(visitor).getByRole("button", { name: ru.no }).click();
  await card(visitor).waitFor({ state: "detached" });

  await visitor.page.reload();
  await visitor.button.waitFor();
  await visitor.page.waitForTimeout(6000);
  expect(await card(visitor).count()).toBe(0);
  const { figures } = await (await stage.administration()).send<InvitationRules>(
    "GET",
    `/api/sites/${site.id}/invitations`,
  );
  expect(figures["1"]).toMatchObject({ shown: 1, refused: 1, accepted: 0 });
});

test("who accepts finds the words in the window, and writes there", async () => {
  const operator = await stage.operator();
  const visitor = await stage.visitor();
  await card(visitor).getByRole("button", { name: ru.write }).click({ timeout: 20_000 });
  await visitor.sees(words);
  await visitor.write("Да, нужен чайник.");
  await operator.take("Да, нужен чайник.");
});

test("operators see in the list who is invited and who said no, and invite by hand whom no rule has met", async () => {
  const operator = await stage.operator();
  const visitor = await stage.visitor();
  await operator.page.goto(`${stage.server.address}/visitors`);
  const row = operator.page.getByRole("row").filter({ hasText: inConsole("visitors.state.invited") });
  await row.waitFor({ timeout: 20_000 });
  await card(visitor).getByRole("button", { name: ru.close }).click();
  await operator.page
    .getByRole("row")
    .filter({ hasText: inConsole("visitors.state.declined") })
    .waitFor();
  await visitor.page.close();

  await rules([]);
  const other = await stage.visitor();
  await operator.page
    .getByRole("row")
    .filter({ hasText: inConsole("visitors.state.browsing") })
    .getByRole("link")
    .first()
    .click();
  await operator.page.getByRole("button", { name: inConsole("invite.visitor"), exact: true }).click();
  const dialog = operator.page.getByRole("dialog", { name: inConsole("invite.visitorTitle") });
  await dialog.getByRole("textbox").fill("Подсказать по теплицам?");
  await dialog.getByRole("button", { name: inConsole("invite.visitor"), exact: true }).click();
  await card(other).getByText("Подсказать по теплицам?").waitFor();
  await rules(quick);
});

test("what cannot be, and what will never happen, is said where it is entered, and nothing is lost", async () => {
  const { page } = await stage.operator();
  await page.goto(`${stage.server.address}/settings/invitations`);
  await page.getByRole("button", { name: inConsole("outreach.addRule") }).click();
  await page.getByRole("textbox", { name: inConsole("outreach.text.ru") }).fill("Добрый день, {nobody}!");
  await page.getByRole("button", { name: inConsole("common.save"), exact: true }).click();
  await page.getByText("{visitor}, {operator}, {page}, {city}").last().waitFor();
  expect(await page.getByRole("textbox", { name: inConsole("outreach.text.ru") }).inputValue()).toContain("{nobody}");

  await page.getByText(inConsole("outreach.trouble.shadowed", { rule: inConsole("outreach.standardRule") })).waitFor();

  await page.goto(`${stage.server.address}/settings/showing`);
  await page.getByRole("textbox", { name: inConsole("outreach.pages"), exact: true }).fill("/a*b**c\n/ok");
  await page.getByRole("textbox", { name: inConsole("outreach.notPages"), exact: true }).fill("/ok");
  await page.getByText(inConsole("outreach.trouble.excluded", { what: "/ok" })).waitFor();
  await page.getByRole("button", { name: inConsole("outreach.tryIt") }).click();
  await page
    .getByRole("status")
    .getByText(inConsole("outreach.notShown"))
    .or(page.getByRole("alert"))
    .first()
    .waitFor();

  const pages = page.getByRole("textbox", { name: inConsole("outreach.pages"), exact: true });
  await pages.fill("http://[nowhere");
  await page.getByRole("button", { name: inConsole("outreach.tryIt") }).click();
  await page.getByText(inConsole("outreach.tryFaults")).waitFor();
  await expect.poll(() => pages.getAttribute("aria-invalid"), { timeout: 10_000 }).toBe("true");
});

test("the card hinders nobody", async () => {
  await stage.operator();
  const context = await stage.context();
  await bringAxe(context);
  const visitor = await stage.cameTo(context);
  await card(visitor).getByText(words).waitFor({ timeout: 20_000 });
  expect(await hindrances(visitor.page)).toEqual([]);
});

test("the button is not on excluded pages, and is back on others", async () => {
  const administration = await stage.administration();
  const showing = await administration.send<Showing>("GET", `/api/sites/${site.id}/showing`);
  await administration.send("PUT", `/api/sites/${site.id}/showing`, { ...showing, notPages: ["/demo/cart*"] });
  const visitor = await stage.visitor();
  await visitor.button.waitFor();
  await visitor.page.evaluate(() => history.pushState(null, "", "/demo/cart.html"));
  await visitor.button.waitFor({ state: "hidden" });
  await visitor.page.evaluate(() => history.pushState(null, "", "/demo/index.html"));
  await visitor.button.waitFor();
  await administration.send("PUT", `/api/sites/${site.id}/showing`, showing);
});

function card({ page }: Visitor) {
  return page.getByRole("region", { name: ru.invitation });
}
