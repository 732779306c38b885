import { join } from "node:path";
import { stdout } from "node:process";
import type { Browser } from "playwright-core";
import { openChromium } from "../field/browser";
import { Server } from "../field/server";
import { Album } from "./album";
import { photographConsole } from "./console";
import { photographEntry, photographFirstRun } from "./entry";
import { looks, nameOf, type Seen } from "./looks";
import { play, type Story } from "./story";
import { photographWidget } from "./widget";

/** What a photographer of screens has at hand, for one look. */
export interface Studio {
  readonly browser: Browser;
  readonly server: Server;
  readonly album: Album;
  readonly seen: Seen;
  readonly story: Story;
}

/** Starts a filled demo of its own, plays what must be seen, and takes every picture. */
export async function photographEverything(folder: string): Promise<void> {
  const album = await Album.begin(folder);
  const browser = await openChromium();
  try {
    await photographFilled(browser, album);
    await photographEmpty(browser, album);
  } catch (failure) {
    await photographFailure(browser, folder);
    throw failure;
  } finally {
    await browser.close();
  }
  await album.bind();
  stdout.write(`${album.size} pictures in ${folder}/index.html\n`);
}

/** What stood on all screens when something expected did not come. */
async function photographFailure(browser: Browser, folder: string): Promise<void> {
  const pages = browser.contexts().flatMap((context) => context.pages());
  for (const [at, page] of pages.entries()) await page.screenshot({ path: join(folder, `failed-${at}.png`) });
}

async function photographFilled(browser: Browser, album: Album): Promise<void> {
  const server = await Server.start({ BESEDA_DEMO: "full" });
  try {
    const stories = { ru: await play(browser, server, "ru"), en: await play(browser, server, "en") };
    for (const seen of looks) {
      stdout.write(`${nameOf(seen)}\n`);
      const studio = { browser, server, album, seen, story: stories[seen.language] };
      await photographConsole(studio);
      await photographEntry(studio);
      await photographWidget(studio);
    }
  } finally {
    await server.stop();
  }
}

/** A server on which nobody has done anything yet. */
async function photographEmpty(browser: Browser, album: Album): Promise<void> {
  const server = await Server.start({ BESEDA_ADMIN_EMAIL: undefined, BESEDA_ADMIN_PASSWORD: undefined });
  try {
    await photographFirstRun(browser, server, album);
  } finally {
    await server.stop();
  }
}
