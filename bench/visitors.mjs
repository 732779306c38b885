// Opens the console's list of visitors in Chromium, scrolls it, and prints how many frames a second were drawn. Started by VisitorsBench.
import { execFileSync } from "node:child_process";
import { chromium } from "playwright-core";

const { server, email, password } = JSON.parse(process.argv[2] ?? "{}");
const measured = 6000;

function browserPath() {
  for (const name of ["chromium", "chromium-browser", "google-chrome"]) {
    try {
      return execFileSync("sh", ["-c", `command -v ${name}`], { encoding: "utf8" }).trim();
    } catch {
      // The next name, then.
    }
  }
  throw new Error("no Chromium on the PATH: apt install chromium");
}

/** Frames while `selector` (or the page, for null) is scrolled by some pixels at each of them; 0 pixels: while it stands still. */
function frames(page, selector, pixels) {
  return page.evaluate(
    ([name, step, length]) =>
      new Promise((resolve) => {
        const scroller = name === null ? document.scrollingElement : document.querySelector(name);
        const gaps = [];
        const begun = performance.now();
        let last = begun;
        let way = step;
        const next = (now) => {
          gaps.push(now - last);
          last = now;
          scroller.scrollTop += way;
          if (scroller.scrollTop + scroller.clientHeight >= scroller.scrollHeight - 1) way = -step;
          if (scroller.scrollTop <= 0) way = step;
          if (now - begun < length) requestAnimationFrame(next);
          else {
            gaps.sort((a, b) => a - b);
            resolve({ fps: (gaps.length * 1000) / (now - begun), p95: gaps[Math.floor(gaps.length * 0.95)] });
          }
        };
        requestAnimationFrame(next);
      }),
    [selector, pixels, measured],
  );
}

const browser = await chromium.launch({
  executablePath: browserPath(),
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-component-update"],
});
try {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: "ru-RU" });
  const page = await context.newPage();
  await page.setContent(`<div style="height:100000px;background:linear-gradient(red,blue)">${"<p>Чайник</p>".repeat(2000)}</div>`);
  const floor = await frames(page, null, 20);
  await page.goto(`${server}/`);
  await page.locator("input[type=email]").first().fill(email);
  await page.locator("input[type=password]").first().fill(password);
  await page.keyboard.press("Enter");
  await page.locator("nav").first().waitFor();
  await page.goto(`${server}/visitors`);
  await page.locator("[role=row]").nth(5).waitFor({ timeout: 30_000 });
  const table = "[role=table]";
  const total = await page.locator(table).getAttribute("aria-rowcount");
  await frames(page, table, 20);
  const moving = await frames(page, table, 20);
  const still = await frames(page, table, 0);
  console.log(
    JSON.stringify({
      browser: `Chromium ${browser.version()}`,
      floorFps: Math.round(floor.fps),
      fps: moving.fps,
      stillFps: still.fps,
      frameP95Ms: moving.p95,
      total: Number(total) - 1,
    }),
  );
} finally {
  await browser.close();
}
