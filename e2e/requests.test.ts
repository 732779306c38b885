import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { bringAxe, hindrances } from "./field/axe";
import { signIn } from "./field/browser";
import { addKind, Guest } from "./field/guest";
import type { Account } from "./field/server";
import { Stage } from "./field/stage";
import { inConsole } from "./field/words";

const stage = new Stage();

const row = (page: Page, words: string) => page.locator("a[data-row]").filter({ hasText: words });
const take = (page: Page) => page.getByRole("button", { name: inConsole("action.take"), exact: true });

/** The inbox of an operator, the administrator's unless told whose. */
async function inbox(who?: Account, path = "/requests"): Promise<Page> {
  const context = await stage.context();
  await bringAxe(context);
  await signIn(context, stage.server.address, who);
  const page = await context.newPage();
  await page.goto(`${stage.server.address}${path}`);
  await page.getByRole("region", { name: inConsole("requests.title") }).waitFor();
  return page;
}

/** Holds what the pages ask of a path until each has asked: nobody learns of another's press before their own. */
async function together(pages: readonly Page[], path: string): Promise<void> {
  let [asked, go] = [0, () => {}];
  const all = new Promise<void>((resolve) => {
    go = resolve;
  });
  for (const page of pages) {
    await page.route(path, async (route) => {
      asked += 1;
      if (asked === pages.length) go();
      await all;
      await route.continue();
    });
  }
}

test("an order arrives in two inboxes at once; both press, one has all of the visitor, the other is told who", async () => {
  const administration = await stage.administration();
  const calls = await addKind(administration);
  const letters = await addKind(administration, {
    nature: "letter",
    name: { ru: "Претензии" },
    asks: { name: "optional", phone: "no", email: "required", text: "required" },
  });
  const colleague = await administration.addOperator("Павел Ким");
  const pages = [await inbox(), await inbox(colleague)] as const;
  const guest = await Guest.come(stage);
  await guest.leaves(calls, { name: "Людмила", phone: "+7 912 345-67-89" });
  await Promise.all(pages.map((page) => row(page, "Людмила").waitFor()));
  await guest.leaves(letters, { email: "ludmila@mail.example", text: "Не хватает пачки чая" });
  await Promise.all(pages.map((page) => row(page, "Не хватает пачки чая").waitFor()));
  await Promise.all(pages.map((page) => row(page, "Людмила").click()));
  await Promise.all(pages.map((page) => take(page).waitFor()));
  expect(await hindrances(pages[0]), "an open request").toEqual([]);

  await together(pages, "**/api/requests/*/claim");
  await Promise.all(pages.map((page) => take(page).click()));
  const took = inConsole("requests.tookAll", { count: 2 });
  const told = inConsole("requests.taken", { name: "" }).replace(/\.$/, "").trim();
  const outcomes = await Promise.all(
    pages.map(async (page) => {
      const mine = page.getByRole("status").filter({ hasText: took });
      const other = page.getByRole("alert").filter({ hasText: told });
      await mine.or(other).first().waitFor();
      return (await mine.count()) > 0;
    }),
  );
  expect(outcomes.filter((has) => has)).toHaveLength(1);
  for (const page of pages) {
    await row(page, "Людмила").waitFor({ state: "detached" });
    await row(page, "Не хватает пачки чая").waitFor({ state: "detached" });
    await take(page).waitFor({ state: "detached" });
  }

  const winner = pages[outcomes.indexOf(true)] ?? pages[0];
  await winner.getByRole("button", { name: inConsole("requests.show.mine") }).click();
  await row(winner, "Людмила").waitFor();
  await row(winner, "Не хватает пачки чая").waitFor();
});

test("a call that nobody answers is put off with its note, then reached and done", async () => {
  const administration = await stage.administration();
  const calls = await addKind(administration, { name: { ru: "Перезвоните мне" } });
  const page = await inbox();
  const guest = await Guest.come(stage);
  await guest.leaves(calls, { name: "Олег", phone: "+7 913 222-33-44" });
  await row(page, "Олег").click();
  const number = page.getByRole("link", { name: "+7 913 222-33-44" });
  expect(await number.getAttribute("href")).toBe("tel:+79132223344");
  await page.getByRole("textbox", { name: inConsole("requests.note") }).fill("Занято");
  await page.getByRole("button", { name: inConsole("requests.noAnswer"), exact: true }).click();
  await page.getByRole("menuitem").first().click();
  await page
    .getByRole("region", { name: inConsole("requests.history") })
    .getByText("Занято")
    .waitFor();
  await row(page, "Олег").waitFor({ state: "detached" });

  await page.getByRole("button", { name: inConsole("requests.show.snoozed") }).click();
  await row(page, "Олег").waitFor();
  await page.getByRole("heading", { name: "Олег" }).click();
  await page.keyboard.press("r");
  await page.getByRole("button", { name: inConsole("requests.reopen") }).waitFor();
  await row(page, "Олег").waitFor({ state: "detached" });
  expect(await hindrances(page), "a request that is done").toEqual([]);
});

test("a kind is set up on the page, found at its own address, and what it asks in vain is told at its field", async () => {
  const page = await stage.context().then(async (context) => {
    await bringAxe(context);
    await signIn(context, stage.server.address);
    return context.newPage();
  });
  await page.goto(`${stage.server.address}/settings/requests`);
  await page.getByRole("button", { name: inConsole("kinds.addLetter") }).click();
  await page.getByRole("heading", { name: inConsole("kinds.newLetter") }).waitFor();
  await page.getByRole("button", { name: inConsole("kinds.addField.consent") }).click();
  const save = page.getByRole("button", { name: inConsole("common.save"), exact: true });
  await page.locator("input[name=kind-name]").fill("Отдел кадров");
  await save.click();
  await page.locator("textarea[aria-invalid=true]").waitFor();
  await page.locator("textarea[aria-invalid=true]").fill("Согласен на обработку моих данных");
  await save.click();
  await page.getByRole("heading", { name: "Отдел кадров" }).waitFor();
  await page.locator("pre").filter({ hasText: "data-beseda-request=" }).waitFor();
  await page.getByRole("link", { name: /\/request\// }).waitFor();
  expect(await hindrances(page), "a kind of request").toEqual([]);
  await page.getByRole("button", { name: inConsole("kinds.back") }).click();
  await page.getByRole("link", { name: /Отдел кадров/ }).waitFor();
});
