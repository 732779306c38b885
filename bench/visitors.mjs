// Opens the console's list of visitors in Chromium, scrolls it, and prints how many frames a second were drawn. Started by VisitorsBench.
import { floorFrames, frames, launch } from "./browser.mjs";

const { server, email, password } = JSON.parse(process.argv[2] ?? "{}");

const browser = await launch();
try {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: "ru-RU" });
  const page = await context.newPage();
  const floor = await floorFrames(page);
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
