import type { Browser, Page } from "playwright-core";
import { Administration } from "../field/administration";
import { person, signIn } from "../field/browser";
import { Operator } from "../field/operator";
import { type Account, administrator, type Server } from "../field/server";
import type { Album } from "./album";
import { looks, type Seen } from "./looks";
import { localeOf } from "./story";

/** A story that is played once in a language; each of its moments is photographed in every look. */
export interface Scene {
  readonly browser: Browser;
  readonly server: Server;
  readonly album: Album;
  readonly language: Seen["language"];
  readonly administration: Administration;
}

/** The picture of a moment in every look; it stands still meanwhile. */
export async function add({ album, language }: Scene, page: Page, screen: string): Promise<void> {
  for (const seen of looks.filter((each) => each.language === language)) {
    await page.emulateMedia({ colorScheme: seen.dark ? "dark" : "light" });
    await page.setViewportSize(seen.phone ? { width: 390, height: 844 } : { width: 1440, height: 900 });
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
    await page.waitForLoadState("networkidle");
    await album.add(page, screen, seen);
  }
  await page.setViewportSize({ width: 1440, height: 900 });
}

/** Somebody at work at a console that speaks the story's language. */
export async function atWork(
  { browser, server, language }: Scene,
  account: Account = administrator,
): Promise<Operator> {
  const context = await person(browser, { locale: localeOf(language) });
  await signIn(context, server.address, account);
  const administration = await Administration.begin(context, server.address, account);
  await administration.chooseLanguage(language);
  const operator = new Operator(await context.newPage(), language);
  await operator.page.goto(server.address);
  await operator.atWork();
  return operator;
}
