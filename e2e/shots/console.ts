import type { BrowserContext, Page } from "playwright-core";
import { Administration } from "../field/administration";
import { person } from "../field/browser";
import { Operator } from "../field/operator";
import { demoAdministrator } from "../field/server";
import { Weather } from "../field/weather";
import { wordsOf } from "../field/words";
import { lookOf } from "./entry";
import type { Studio } from "./session";
import { texts } from "./texts";

/** The console of an administrator: conversations in all their states, then the settings. */
export async function photographConsole(studio: Studio): Promise<void> {
  const { browser, server, seen } = studio;
  const context = await person(browser, lookOf(seen));
  const administration = await Administration.begin(context, server.address, demoAdministrator);
  await administration.chooseLanguage(seen.language);
  const page = await context.newPage();
  await page.goto(server.address);
  await new Operator(page, seen.language).atWork();
  await conversations(studio, page);
  await overlays(studio, page);
  await people(studio, page);
  await settings(studio, page);
  await lostLine(studio, context);
  await administration.chooseLanguage("ru");
  await context.close();
}

async function conversations({ server, album, seen, story }: Studio, page: Page): Promise<void> {
  await album.add(page, "console", seen);
  const words = texts[seen.language];
  const operator = new Operator(page, seen.language);
  const open = async (id: string, text: string) => {
    await page.goto(`${server.address}/conversations/${id}`);
    await operator.log.getByText(text).first().waitFor();
  };
  await open(story.waiting, words.waiting);
  await album.add(page, "console-waiting", seen);
  await open(story.mine, words.thanks);
  await album.add(page, "console-mine", seen);
  await operator.field.fill(words.answer);
  await album.add(page, "console-mine-writing", seen);
  await operator.field.fill("");
  await page.getByText(wordsOf(seen.language).console("editor.modeNote"), { exact: true }).click();
  await operator.noteField.fill(words.note);
  await album.add(page, "console-mine-note", seen);
  await operator.noteField.fill("");
  await open(story.long, words.paragraph.trim());
  await album.add(page, "console-long", seen);
  await open(story.closed, words.closedAnswer);
  await album.add(page, "console-closed", seen);
  await page.goto(`${server.address}/conversations/unknown`);
  await page.getByText(wordsOf(seen.language).console("failure.missing")).waitFor();
  await album.add(page, "console-missing", seen);
}

async function overlays({ server, album, seen, story }: Studio, page: Page): Promise<void> {
  const words = wordsOf(seen.language).console;
  const operator = new Operator(page, seen.language);
  await page.goto(server.address);
  await operator.atWork();
  await operator.me.click();
  await page.getByRole("menuitem", { name: words("action.signOut") }).waitFor();
  await album.add(page, "console-me", seen);
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+k");
  await page.getByPlaceholder(words("palette.placeholder")).waitFor();
  await album.add(page, "console-palette", seen);
  await page.keyboard.press("Escape");
  await page.keyboard.press("Shift+?");
  await page
    .getByRole("dialog")
    .getByRole("heading", { name: words("keys.list") })
    .waitFor();
  await album.add(page, "console-keys", seen);
  if (!seen.phone) return;
  await page.goto(`${server.address}/conversations/${story.mine}`);
  await page.getByRole("button", { name: words("action.visitorCard") }).click();
  await page.getByRole("heading", { name: words("visitor.facts") }).waitFor();
  await album.add(page, "console-client", seen);
}

/** Everybody on the sites, one of them, and who is on line. */
async function people({ server, album, seen }: Studio, page: Page): Promise<void> {
  await page.goto(`${server.address}/visitors`);
  const somebody = page.getByRole("main").locator('a[href^="/visitors/"]').first();
  await somebody.waitFor();
  await album.add(page, "visitors", seen);
  await somebody.click();
  await page.getByRole("complementary").getByRole("heading").first().waitFor();
  await page.waitForLoadState("networkidle");
  await album.add(page, "visitor", seen);
  await requests({ server, album, seen }, page);
  await archive({ server, album, seen }, page);
  await reports({ server, album, seen }, page);
  await page.goto(`${server.address}/operators`);
  await page.getByRole("main").getByRole("listitem").first().waitFor();
  await album.add(page, "operators", seen);
  await board({ server, album, seen }, page);
}

/** The screen on the wall, and how it looks when the figures of the day do not come. */
async function board({ server, album, seen }: Pick<Studio, "server" | "album" | "seen">, page: Page): Promise<void> {
  const words = wordsOf(seen.language).console;
  const today = page.getByRole("region", { name: words("board.today") });
  await page.goto(`${server.address}/board`);
  await today.locator("dd").first().waitFor();
  await album.add(page, "board", seen);
  await page.route("**/api/reports/summary*", (route) => route.fulfill({ status: 500 }));
  await page.reload();
  await today.getByText(words("board.unread")).waitFor();
  await album.add(page, "board-failed", seen);
  await page.unroute("**/api/reports/summary*");
}

/** Call orders and letters: the list, one of them, those ordered by whose day ends first, nothing found, and a failure. */
async function requests({ server, album, seen }: Pick<Studio, "server" | "album" | "seen">, page: Page): Promise<void> {
  const words = wordsOf(seen.language).console;
  const open = (search = "") => page.goto(`${server.address}/requests${search}`);
  await open("?show=all");
  const first = page.locator("a[data-row]").first();
  await first.waitFor();
  await album.add(page, "requests", seen);
  await first.click();
  await page.getByRole("region", { name: words("requests.history") }).waitFor();
  await album.add(page, "request", seen);
  await open("?sort=day_end");
  await first.waitFor();
  await album.add(page, "requests-by-day", seen);
  await open("?show=all&words=qwertyuiop");
  await page.getByText(words("common.nothingFound")).waitFor();
  await album.add(page, "requests-nothing", seen);
  await page.route("**/api/requests?*", (route) => route.fulfill({ status: 500 }));
  await open();
  await page.getByRole("button", { name: words("common.retry") }).waitFor();
  await album.add(page, "requests-failed", seen);
  await page.unroute("**/api/requests?*");
}

/** A working day, conversations found with one of them open, nothing found, and a failure. */
async function archive({ server, album, seen }: Pick<Studio, "server" | "album" | "seen">, page: Page): Promise<void> {
  const words = wordsOf(seen.language).console;
  const open = (search = "") => page.goto(`${server.address}/archive${search}`);
  const period = "?from=2020-01-01&until=2029-12-01";
  await open();
  await page.getByRole("main").getByRole("listitem").first().waitFor();
  await album.add(page, "archive-day", seen);
  await open(`${period}&late=true`);
  await page.locator("a[data-row]").first().waitFor();
  await album.add(page, "archive-found", seen);
  await page.keyboard.press("j");
  await page.getByRole("log").locator("[data-seq]").first().waitFor();
  await album.add(page, "archive-conversation", seen);
  await open(`${period}&words=qwertyuiop`);
  await page.getByRole("main").getByText(words("archive.nothing")).waitFor();
  await album.add(page, "archive-nothing", seen);
  await page.route("**/api/archive/day*", (route) => route.fulfill({ status: 500 }));
  await open();
  await page.getByRole("button", { name: words("common.retry") }).waitFor();
  await album.add(page, "archive-failed", seen);
  await page.unroute("**/api/archive/day*");
}

/** Figures with their charts and tables, nothing to count, a failure; worked time with a day of it. */
async function reports({ server, album, seen }: Pick<Studio, "server" | "album" | "seen">, page: Page): Promise<void> {
  const words = wordsOf(seen.language).console;
  const open = (path = "") => page.goto(`${server.address}/reports${path}`);
  await open();
  await page.locator("dd[data-figure]").first().waitFor();
  await page.locator("[data-reports] svg.recharts-surface").first().waitFor();
  await album.add(page, "reports", seen);
  await page.getByRole("region", { name: words("reports.section.groups") }).scrollIntoViewIfNeeded();
  await page.getByRole("rowheader").last().waitFor();
  await album.add(page, "reports-tables", seen);
  await open("?from=2020-01-01&until=2020-01-07");
  await page.getByRole("main").getByText(words("reports.empty")).waitFor();
  await album.add(page, "reports-nothing", seen);
  await page.route("**/api/reports/summary*", (route) => route.fulfill({ status: 500 }));
  await open();
  await page.getByRole("button", { name: words("common.retry") }).waitFor();
  await album.add(page, "reports-failed", seen);
  await page.unroute("**/api/reports/summary*");
  await open("/worktime");
  await page.locator("h2 > button[aria-expanded]").first().click();
  await page.locator("h3").first().waitFor();
  await album.add(page, "worktime", seen);
  await open("/schedules");
  await page.getByRole("main").getByText(words("schedules.none")).waitFor();
  await album.add(page, "schedules", seen);
}

async function settings({ server, album, seen }: Studio, page: Page): Promise<void> {
  await page.goto(`${server.address}/settings`);
  const links = page.locator('a[href^="/settings/"]');
  await links.first().waitFor();
  await album.add(page, "settings", seen);
  const paths = await links.evaluateAll((all) => all.map((each) => each.getAttribute("href") ?? ""));
  for (const path of new Set(paths)) {
    await openSection(page, `${server.address}${path}`);
    const name = path.slice(1).replaceAll("/", "-");
    await album.add(page, name, seen);
    const item = page.locator(`main a[href^="${path}/"]`).first();
    if ((await item.count()) === 0) continue;
    await openSection(page, `${server.address}${await item.getAttribute("href")}`);
    await album.add(page, `${name}-one`, seen);
  }
}

async function openSection(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.locator("main section").getByRole("heading").first().waitFor();
  await page.waitForLoadState("networkidle");
}

/** How it looks when the server can't be reached. */
async function lostLine({ server, album, seen, story }: Studio, context: BrowserContext): Promise<void> {
  const weather = await Weather.begin(() => server.address);
  const page = await context.newPage();
  await page.goto(`${weather.address}/conversations/${story.mine}`);
  const operator = new Operator(page, seen.language);
  const words = texts[seen.language];
  await operator.sees(words.thanks);
  if (!seen.phone) await operator.atWork();
  weather.turn("cut");
  await operator.answer(words.typing);
  await page.getByRole("button", { name: wordsOf(seen.language).console("line.tryNow") }).waitFor();
  await album.add(page, "console-lost", seen);
  await page.close();
  await weather.end();
}
