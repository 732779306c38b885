import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium } from "playwright-core";
import { flags, placeOfChromium, prepare } from "./browser";

/** What its owner has forbidden a browser to keep: everything, or what belongs to frames of other sites. */
export type Forbidden = "everything" | "third parties";

const preferences = {
  everything: { profile: { default_content_setting_values: { cookies: 2 } } },
  "third parties": { profile: { cookie_controls_mode: 1, block_third_party_cookies: true } },
} as const;

/** A browser of a careful person; closing the context ends it. */
export async function guardedBrowser(forbidden: Forbidden): Promise<BrowserContext> {
  const profile = await mkdtemp(join(tmpdir(), "beseda-profile-"));
  await mkdir(join(profile, "Default"));
  await writeFile(join(profile, "Default", "Preferences"), JSON.stringify(preferences[forbidden]));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: placeOfChromium(true),
    args: flags,
    locale: "ru-RU",
    timezoneId: "Asia/Yekaterinburg",
    viewport: { width: 1440, height: 900 },
    reducedMotion: "reduce",
  });
  context.on("close", () => void rm(profile, { recursive: true, force: true, maxRetries: 5 }));
  await prepare(context);
  return context;
}
