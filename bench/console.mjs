// Opens the console in Chromium as an operator would and prints what took how long. Started by ConsoleBench.
import { floorFrames, frames, launch } from "./browser.mjs";

const { server, email, password, views } = JSON.parse(process.argv[2] ?? "{}");
const slowdown = 4;

const at = (values, share) => [...values].sort((a, b) => a - b)[Math.floor(values.length * share)] ?? Number.NaN;
const rows = "section a[href^='/conversations/']";

/** A browser with empty caches and a session; the list is there when a row of it is drawn. */
async function firstView(browser, cookies) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: "ru-RU" });
  await context.addCookies(cookies);
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
  let bytes = 0;
  await devtools.send("Network.enable");
  devtools.on("Network.loadingFinished", ({ encodedDataLength }) => (bytes += encodedDataLength));
  await page.addInitScript((selector) => {
    const look = () => {
      if (document.querySelector(selector)) requestAnimationFrame(() => (window.drawnAt = performance.now()));
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  }, rows);
  await page.goto(`${server}/`);
  await page.waitForFunction(() => window.drawnAt !== undefined, undefined, { timeout: 60_000 });
  const ms = await page.evaluate(() => window.drawnAt);
  await context.close();
  return { ms, bytes };
}

/** Milliseconds from pressing a row to the frame after the newest message of that conversation is in the page. */
function switches(page, times) {
  return page.evaluate(
    async ([selector, often]) => {
      const took = [];
      const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
      const others = () =>
        [...document.querySelectorAll(selector)].filter((link) => link.pathname !== location.pathname).slice(0, 9);
      for (let each = 0; each < often; each++) {
        const link = others()[each % 9];
        const id = link.pathname.split("/").pop();
        const before = document.querySelector("[role=log]");
        const begun = performance.now();
        link.click();
        const there = () => {
          const log = document.querySelector("[role=log]");
          return location.pathname.endsWith(id) && log !== before && log?.querySelectorAll("[data-side]").length >= 10;
        };
        while (!there()) {
          await frame();
        }
        await frame();
        took.push(performance.now() - begun);
        await new Promise((resolve) => setTimeout(resolve, 250));
      }
      return took;
    },
    [rows, times],
  );
}

const browser = await launch();
try {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: "ru-RU" });
  const page = await context.newPage();
  const floor = await floorFrames(page);
  const headers = { "X-Beseda": "1", Origin: server };
  await context.request.post(`${server}/api/session`, { data: { email, password }, headers });
  const seen = [];
  for (let view = 0; view < views; view++) seen.push(await firstView(browser, await context.cookies()));
  await page.goto(`${server}/`);
  await page.locator(rows).nth(12).waitFor({ timeout: 30_000 });
  await switches(page, 10);
  const took = await switches(page, 40);
  const scroller = await page.evaluate((selector) => {
    let place = document.querySelector(selector);
    while (place && getComputedStyle(place).overflowY !== "auto") place = place.parentElement;
    place?.setAttribute("data-measured", "");
    return place !== null;
  }, rows);
  if (!scroller) throw new Error("the list does not scroll");
  // All of them are loaded first: an operator who drags the bar to its end.
  let height = 0;
  for (let still = 0; still < 8; ) {
    const now = await page.evaluate(() => {
      const place = document.querySelector("[data-measured]");
      place.scrollTop = place.scrollHeight;
      return place.scrollHeight;
    });
    still = now === height ? still + 1 : 0;
    height = now;
    await page.waitForTimeout(60);
  }
  await page.evaluate(() => (document.querySelector("[data-measured]").scrollTop = 0));
  const moving = await frames(page, "[data-measured]", 20);
  console.log(
    JSON.stringify({
      browser: `Chromium ${browser.version()}`,
      firstViewMs: at(seen.map(({ ms }) => ms), 0.5),
      firstViewKb: at(seen.map(({ bytes }) => bytes), 0.5) / 1024,
      switchP50Ms: at(took, 0.5),
      switchP95Ms: at(took, 0.95),
      floorFps: Math.round(floor.fps),
      fps: moving.fps,
      frameP95Ms: moving.p95,
      rows: Math.round(height / 66),
    }),
  );
} finally {
  await browser.close();
}
