import { existsSync } from "node:fs";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { type Account, administrator } from "./server";

const places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** The same engine without the program around it, whose own windows cost more than our pages. */
const shell = "/usr/bin/chromium-headless-shell";

/** Without the talks it otherwise holds with its makers. */
export const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--autoplay-policy=user-gesture-required",
];

/** @param whole with everything a person's browser has: programs that are installed, notifications */
export function placeOfChromium(whole = false): string {
  const known = whole ? places : [shell, ...places];
  const place = process.env.CHROMIUM ?? known.find((each) => existsSync(each));
  if (place === undefined) throw new Error(`Chromium is in none of ${places.join(", ")}: apt install chromium`);
  return place;
}

export async function openChromium(whole = false): Promise<Browser> {
  return chromium.launch({ executablePath: placeOfChromium(whole), args: flags });
}

/** A Chromium of somebody's own, which can be killed as a system kills a program: without a word to anybody. */
export async function openMortalChromium(): Promise<{ browser: Browser; kill(): Promise<void> }> {
  const running = await chromium.launchServer({ executablePath: placeOfChromium(), args: flags });
  return { browser: await chromium.connect(running.wsEndpoint()), kill: () => running.kill() };
}

/** What somebody's browser is like: Russian, light and wide unless told. */
export interface Look {
  readonly locale?: string;
  readonly phone?: boolean;
  readonly dark?: boolean;
  readonly timeZone?: string;
  /** False: the browser runs no JavaScript. */
  readonly scripts?: boolean;
}

/** A person with a browser of their own: nothing shared with others. */
export async function person(browser: Browser, options: Look = {}): Promise<BrowserContext> {
  const context = await browser.newContext({
    locale: options.locale ?? "ru-RU",
    timezoneId: options.timeZone ?? "Asia/Yekaterinburg",
    viewport: options.phone === true ? { width: 390, height: 844 } : { width: 1440, height: 900 },
    hasTouch: options.phone === true,
    reducedMotion: "reduce",
    colorScheme: options.dark === true ? "dark" : "light",
    javaScriptEnabled: options.scripts ?? true,
  });
  await prepare(context);
  return context;
}

/** Waiting has an end sooner than a test; {@link openShadows}. */
export async function prepare(context: BrowserContext): Promise<void> {
  context.setDefaultTimeout(30_000);
  await openShadows(context);
}

/** The button hides in a closed shadow tree from the page's scripts, and so from a test's: here it is made open. */
async function openShadows(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const attach = Element.prototype.attachShadow;
    Element.prototype.attachShadow = function (options) {
      return attach.call(this, { ...options, mode: "open" });
    };
  });
}

/** Gives the context somebody's session, without going through the sign-in page. */
export async function signIn(context: BrowserContext, address: string, who: Account = administrator): Promise<void> {
  const headers = { "X-Beseda": "1", Origin: address };
  const answer = await context.request.post(`${address}/api/session`, { data: who, headers });
  if (answer.status() === 429) {
    // Wrong passwords were tried from here before: the server says when it listens again.
    const { retryMs } = (await answer.json()) as { retryMs: number };
    await new Promise((listens) => setTimeout(listens, retryMs));
    return signIn(context, address, who);
  }
  if (!answer.ok()) throw new Error(`signing in answered ${answer.status()}: ${await answer.text()}`);
}

/** What a page complained of: scripts' errors and refusals of the Content Security Policy. */
export function complaints(page: Page): string[] {
  const heard: string[] = [];
  page.on("pageerror", (error) => heard.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error" && /Content Security|TrustedHTML|Refused/.test(message.text()))
      heard.push(message.text());
  });
  return heard;
}
