import { expect, test } from "vitest";
import { bringAxe, hindrances } from "./field/axe";
import { signIn } from "./field/browser";
import { Operator } from "./field/operator";
import { Stage } from "./field/stage";
import { inConsole } from "./field/words";

const stage = new Stage();

test.each([
  { look: "light", dark: false, word: "чайник" },
  { look: "dark", dark: true, word: "самовар" },
])(
  "what a visitor and an operator said is found by a form of a word, and marked where it was said, $look",
  async ({ dark, word }) => {
    const context = await stage.context({ dark });
    await bringAxe(context);
    await signIn(context, stage.server.address);
    const operator = new Operator(await context.newPage());
    const { page } = operator;
    await page.goto(stage.server.address);
    await operator.atWork();
    const question = `Есть ли в продаже ${word}?`;
    const answer = `Да, с ${word}ами всё хорошо.`;
    const visitor = await stage.visitor();
    await visitor.open();
    await visitor.write(question);
    await operator.take(question);
    await operator.answer(answer);
    await visitor.sees(answer);
    await operator.press("action.close");
    await visitor.log.getByText(answer).waitFor();

    await expect.poll(() => found(page, `${word}ов`), { timeout: 30_000 }).toBe(1);
    await operator.field.waitFor({ state: "detached" });
    await page.keyboard.press("Shift+KeyA");
    const day = page.getByRole("region", { name: await operator.name() });
    await day.getByText(inConsole("archive.what.closed")).first().waitFor();
    expect(await hindrances(page), "a day").toEqual([]);

    await page.getByRole("searchbox", { name: inConsole("archive.words") }).fill(`${word}ов`);
    const row = page.getByRole("list", { name: inConsole("archive.results") }).getByRole("link");
    await row.first().waitFor();
    expect(await row.locator("mark").allTextContents()).toEqual([word, `${word}ами`]);
    await row.first().click();
    const places = page.getByRole("region", { name: inConsole("pane.log") }).getByRole("status");
    await places.getByText(inConsole("archive.hitOf", { at: 1, count: 2 })).waitFor();
    expect(await marked(page)).toEqual([word]);
    await page.keyboard.press("KeyG");
    await places.getByText(inConsole("archive.hitOf", { at: 2, count: 2 })).waitFor();
    expect(await marked(page)).toEqual([`${word}ами`]);
    expect(await hindrances(page), "a conversation beside what was found").toEqual([]);

    const address = page.url();
    await page.goto(stage.server.address);
    await page.goto(address);
    await row.first().waitFor();
    await operator.sees(answer);
  },
);

/** How many conversations of today the archive has with these words. */
async function found(page: Operator["page"], words: string): Promise<number> {
  const asked = new URLSearchParams({ words, zone: "Asia/Yekaterinburg" });
  const answer = await page.request.get(new URL(`/api/archive?${asked}`, page.url()).href);
  return ((await answer.json()) as { total: number }).total;
}

/** The words that stand out as the place one is at. */
async function marked(page: Operator["page"]): Promise<string[]> {
  return page.evaluate(() => {
    const ranges = (CSS as unknown as { highlights: Map<string, Set<Range>> }).highlights.get("log-found-current");
    return [...(ranges ?? [])].map(String);
  });
}

test("a cell of the heat map leads to the conversations it counts, and a note is read where it was written", async () => {
  const context = await stage.context({});
  await signIn(context, stage.server.address);
  const operator = new Operator(await context.newPage());
  const { page } = operator;
  await page.goto(stage.server.address);
  await operator.atWork();
  const visitor = await stage.visitor();
  await visitor.open();
  await visitor.write("Есть ли сковорода?");
  await operator.take("Есть ли сковорода?");
  await operator.note("Сковородник предложим в подарок");
  await operator.answer("Есть, чугунная");
  await visitor.sees("Есть, чугунная");
  await operator.press("action.close");

  await expect.poll(() => found(page, "сковороду"), { timeout: 30_000 }).toBe(1);
  await page.goto(`${stage.server.address}/reports`);
  const cells = page.getByRole("region", { name: inConsole("reports.section.heat") }).getByRole("link");
  await cells.first().waitFor();
  const counted = Number(await cells.first().textContent());
  await cells.first().click();
  await page
    .getByRole("status")
    .getByText(inConsole("archive.found", { count: counted }))
    .waitFor();

  const asked = new URLSearchParams({ words: "сковородником", notes: "true" });
  await page.goto(`${stage.server.address}/archive?${asked}`);
  const row = page.getByRole("list", { name: inConsole("archive.results") }).getByRole("link");
  await row.first().click();
  await page.locator("[data-linked][data-note]").getByText("Сковородник предложим в подарок").waitFor();
  expect(await marked(page)).toEqual(["Сковородник"]);
  expect(await visitor.log.getByText("Сковородник").count()).toBe(0);
});
