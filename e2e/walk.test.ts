import { chromium } from "playwright-core";
import { expect, test } from "vitest";
import { flags, placeOfChromium, prepare } from "./field/browser";
import type { Operator } from "./field/operator";
import { Stage } from "./field/stage";
import { Visitor } from "./field/visitor";
import { inConsole } from "./field/words";

const stage = new Stage();
/** Who leaves is said to have left after ten seconds. */
const leaving = { timeout: 30_000 };
const timeout = 120_000;

test("loading pages, the History API, reloads and tabs are told apart from leaving and coming back", {
  timeout,
}, async () => {
  const operator = await stage.operator();
  const context = await stage.context();
  const visitor = await asking(await stage.cameTo(context), operator, "Где моя лопата?");
  const page = visitor.page;

  await page.goto(`${stage.server.address}/demo/cart.html`);
  await told(operator, { moved: 1 });

  await page.evaluate(() => history.pushState(null, "", "/demo/cart.html?step=2"));
  await told(operator, { moved: 2 });

  await page.reload();
  await visitor.button.waitFor();
  await page.goBack();
  await told(operator, { moved: 3 });

  const second = await stage.cameTo(context, `${stage.server.address}/demo/delivery.html`);
  await second.button.waitFor();
  await told(operator, { moved: 4 });
  await page.close();
  await second.page.waitForTimeout(12_000);
  await told(operator, { moved: 4 });

  await second.page.close();
  await operator.log.getByText(inConsole("event.leftSite")).waitFor(leaving);
  await told(operator, { moved: 4, left: 1 });

  await stage.cameTo(context);
  await told(operator, { moved: 4, left: 1, back: 1 });
});

test("a page out of the browser's memory is a step back, not a reload", { timeout }, async () => {
  const operator = await stage.operator();
  const keeper = await chromium.launch({
    executablePath: placeOfChromium(),
    args: flags,
    ignoreDefaultArgs: ["--disable-back-forward-cache"],
  });
  try {
    const context = await keeper.newContext({ locale: "ru-RU" });
    await prepare(context);
    const visitor = await asking(await stage.cameTo(context), operator, "А тачка?");
    await visitor.page.goto(`${stage.server.address}/demo/cart.html`);
    await told(operator, { moved: 1 });
    await visitor.page.goBack();
    await told(operator, { moved: 2 });
  } finally {
    await keeper.close();
  }
});

test("a browser that is killed has left", { timeout }, async () => {
  const operator = await stage.operator();
  const mortal = await chromium.launchServer({ executablePath: placeOfChromium(), args: flags });
  const browser = await chromium.connect(mortal.wsEndpoint());
  const context = await browser.newContext({ locale: "ru-RU" });
  await prepare(context);
  await asking(await stage.cameTo(context), operator, "А грабли?");
  const killed = performance.now();
  await mortal.kill();
  await operator.log.getByText(inConsole("event.leftSite")).waitFor(leaving);
  expect(performance.now() - killed).toBeGreaterThan(9000);
});

test("whose network is lost for a moment has gone nowhere", { timeout }, async () => {
  const operator = await stage.operator();
  const weather = await stage.weather();
  const context = await stage.context();
  const visitor = new Visitor(await context.newPage());
  await visitor.page.goto(`${weather.address}/demo/`);
  await asking(visitor, operator, "А вилы?");
  weather.turn("cut");
  await visitor.page.waitForTimeout(4000);
  weather.turn("fair");
  await visitor.page.waitForTimeout(12_000);
  await told(operator, {});
});

/** Asks, and is taken: what happens from here on stands in the conversation. */
async function asking(visitor: Visitor, operator: Operator, question: string): Promise<Visitor> {
  await visitor.open();
  await visitor.write(question);
  await operator.take(question);
  return visitor;
}

/** How many lines of each kind stand in the conversation, now or soon. */
async function told(operator: Operator, { moved = 0, left = 0, back = 0 }): Promise<void> {
  const count = (words: string) => operator.log.getByText(words).count();
  await expect
    .poll(
      async () => ({
        moved: await count(inConsole("event.moved")),
        left: await count(inConsole("event.leftSite")),
        back: await count(inConsole("event.cameBackTo")),
      }),
      { timeout: 20_000 },
    )
    .toEqual({ moved, left, back });
}
