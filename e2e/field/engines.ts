import { existsSync } from "node:fs";
import { type Browser, type BrowserContext, firefox } from "playwright-core";
import { prepare } from "./browser";

const places = ["/usr/bin/firefox-esr", "/usr/bin/firefox"];

/** Undefined: there is none here. */
export const placeOfFirefox = process.env.FIREFOX ?? places.find((each) => existsSync(each));

/** Firefox as it is delivered, driven by WebDriver BiDi. */
export async function openFirefox(place: string): Promise<Browser> {
  return firefox.launch({ channel: "moz-firefox", executablePath: place });
}

/** A person with a Firefox of their own; what BiDi cannot pretend stays as the browser has it. */
export async function firefoxPerson(browser: Browser): Promise<BrowserContext> {
  const context = await browser.newContext({
    locale: "ru-RU",
    timezoneId: "Asia/Yekaterinburg",
    viewport: { width: 1440, height: 900 },
    colorScheme: null,
    reducedMotion: null,
    forcedColors: null,
    contrast: null,
  });
  await prepare(context);
  return context;
}
