import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { bringAxe, hindrances } from "./field/axe";
import { Operator } from "./field/operator";
import { Stage } from "./field/stage";
import { inConsole } from "./field/words";

const stage = new Stage();

const looks = [
  { look: "light", dark: false },
  { look: "dark", dark: true },
] as const;

test.each(looks)("the visitor's window hinders nobody, $look", async ({ dark, look }) => {
  const context = await stage.context({ dark });
  await bringAxe(context);
  const visitor = await stage.cameTo(context);
  await visitor.open();
  expect(await hindrances(panelOf(visitor.page)), "empty").toEqual([]);
  await visitor.write(`Видно ли меня? ${look}`);
  await visitor.ticked(`Видно ли меня? ${look}`, "stored");
  expect(await hindrances(panelOf(visitor.page)), "a question waits").toEqual([]);
  const operator = await stage.operator();
  await operator.take(`Видно ли меня? ${look}`);
  await operator.answer("Видно. Вот ссылка: https://example.test/");
  await visitor.log.getByRole("link").waitFor();
  expect(await hindrances(panelOf(visitor.page)), "a conversation").toEqual([]);
  expect(await hindrances(visitor.page), "the page around it").toEqual([]);
});

test.each(looks)("the console hinders nobody, $look", async ({ dark, look }) => {
  const context = await stage.context({ dark });
  await bringAxe(context);
  const operator = new Operator(await context.newPage());
  await operator.page.goto(stage.server.address);
  await operator.button("signIn.submit").waitFor();
  expect(await hindrances(operator.page), "sign-in").toEqual([]);
  await operator.signIn(stage.server.address);
  expect(await hindrances(operator.page), "nothing open").toEqual([]);

  const visitor = await stage.visitor();
  await visitor.open();
  await visitor.write(`Что видит оператор? ${look}`);
  await operator.row(`Что видит оператор? ${look}`).click();
  await operator.sees(`Что видит оператор? ${look}`);
  expect(await hindrances(operator.page), "a question waits").toEqual([]);
  await operator.press("action.take");
  await operator.answer("Вот это.");
  await operator.note("А это видят только коллеги.");
  expect(await hindrances(operator.page), "a conversation").toEqual([]);

  await operator.page.goto(`${stage.server.address}/settings`);
  await operator.page
    .getByRole("heading", { name: inConsole("shell.settings") })
    .first()
    .waitFor();
  for (const section of await sectionsOf(operator.page)) {
    await operator.page.goto(`${stage.server.address}${section}`);
    await operator.page.getByRole("heading").nth(1).waitFor();
    expect(await hindrances(operator.page), section).toEqual([]);
  }
});

function panelOf(page: Page) {
  const frame = page.frames().find((each) => each.url().includes("/panel/"));
  if (frame === undefined) throw new Error("the page has no window of ours");
  return frame;
}

/** Addresses of all parts of the settings. */
async function sectionsOf(page: Page): Promise<string[]> {
  const links = page.locator('a[href^="/settings/"]');
  await links.first().waitFor();
  return [...new Set(await links.evaluateAll((all) => all.map((each) => each.getAttribute("href") ?? "")))];
}
