import { env, stdout } from "node:process";
import type { Browser } from "playwright-core";
import { openChromium } from "../field/browser";
import { type Environment, Server } from "../field/server";
import { Album } from "./album";
import { photographConsole } from "./console";
import { photographEntry, photographFirstRun } from "./entry";
import { photographHanding } from "./handing";
import { photographHelping } from "./helping";
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

/** Starts servers of its own, plays what must be seen, and takes every picture; SHOTS names parts of them: filled, handing, helping, empty. */
export async function photographEverything(folder: string): Promise<void> {
  const album = await Album.begin(folder);
  const browser = await openChromium();
  try {
    const wanted = env.SHOTS?.split(" ") ?? ["filled", "handing", "helping", "empty"];
    if (wanted.includes("filled")) await photographFilled(browser, album);
    if (wanted.includes("handing"))
      await onServer({}, browser, album, (server) => photographHanding(browser, server, album));
    if (wanted.includes("helping"))
      await onServer({}, browser, album, (server) => photographHelping(browser, server, album));
    if (wanted.includes("empty")) await photographEmpty(browser, album);
  } finally {
    await browser.close();
  }
  await album.bind();
  stdout.write(`${album.size} pictures in ${folder}/index.html\n`);
}

async function photographFilled(browser: Browser, album: Album): Promise<void> {
  await onServer({ BESEDA_DEMO: "full" }, browser, album, async (server) => {
    const stories = { ru: await play(browser, server, "ru"), en: await play(browser, server, "en") };
    for (const seen of looks) {
      stdout.write(`${nameOf(seen)}\n`);
      const studio = { browser, server, album, seen, story: stories[seen.language] };
      await photographConsole(studio);
      await photographEntry(studio);
      await photographWidget(studio);
    }
  });
}

/** A server on which nobody has done anything yet. */
async function photographEmpty(browser: Browser, album: Album): Promise<void> {
  const environment = { BESEDA_ADMIN_EMAIL: undefined, BESEDA_ADMIN_PASSWORD: undefined };
  await onServer(environment, browser, album, (server) => photographFirstRun(browser, server, album));
}

/** Runs with a server of its own; when something expected does not come, the album gets what stood on all screens. */
async function onServer(
  environment: Environment,
  browser: Browser,
  album: Album,
  run: (server: Server) => Promise<void>,
): Promise<void> {
  const server = await Server.start(environment);
  try {
    await run(server);
  } catch (failure) {
    await album.addFailure(browser.contexts().flatMap((context) => context.pages()));
    throw failure;
  } finally {
    await server.stop();
  }
}
