import { existsSync } from "node:fs";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { administrator } from "./server";

const places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** Chromium without the talks it otherwise holds with its makers. */
export async function openChromium(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM ?? places.find((place) => existsSync(place));
  if (executablePath === undefined)
    throw new Error(`Chromium is in none of ${places.join(", ")}: apt install chromium`);
  return chromium.launch({
    executablePath,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--autoplay-policy=user-gesture-required",
    ],
  });
}

/** A person with a browser of their own: nothing shared with others. */
export async function person(
  browser: Browser,
  options: { locale?: string; phone?: boolean } = {},
): Promise<BrowserContext> {
  return browser.newContext({
    locale: options.locale ?? "ru-RU",
    timezoneId: "Asia/Yekaterinburg",
    viewport: options.phone === true ? { width: 390, height: 844 } : { width: 1440, height: 900 },
    reducedMotion: "reduce",
  });
}

/** Gives the context the administrator's session, without going through the sign-in page. */
export async function signIn(context: BrowserContext, address: string): Promise<void> {
  const answer = await context.request.post(`${address}/api/session`, {
    data: administrator,
    headers: { "X-Beseda": "1", Origin: address },
  });
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
