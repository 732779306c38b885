import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { nameOf, type Seen } from "./looks";

/** The folder of pictures and the page that shows them side by side. */
export class Album {
  private readonly screens = new Map<string, string[]>();

  private constructor(private readonly folder: string) {}

  static async begin(folder: string): Promise<Album> {
    await mkdir(folder, { recursive: true });
    return new Album(folder);
  }

  get size(): number {
    return [...this.screens.values()].reduce((sum, files) => sum + files.length, 0);
  }

  /** Takes the picture when fonts and images have come. */
  async add(page: Page, screen: string, seen: Seen): Promise<void> {
    const file = `${screen}.${nameOf(seen)}.png`;
    for (const frame of page.frames()) await frame.evaluate(() => document.fonts.ready.then(() => undefined));
    await page.screenshot({ path: join(this.folder, file), animations: "disabled", caret: "hide" });
    this.screens.set(screen, [...(this.screens.get(screen) ?? []), file]);
  }

  async addFailure(pages: readonly Page[]): Promise<void> {
    for (const [at, page] of pages.entries()) await page.screenshot({ path: join(this.folder, `failed-${at}.png`) });
  }

  async bind(): Promise<void> {
    const figure = (file: string) =>
      `<a href="${file}"><img src="${file}" alt="" loading="lazy"><span>${file.split(".").slice(1, -1).join(" ")}</span></a>`;
    const sections = [...this.screens].map(
      ([screen, files]) => `<section><h2>${screen}</h2><div>${files.map(figure).join("")}</div></section>`,
    );
    await writeFile(
      join(this.folder, "index.html"),
      `<!doctype html><html lang="en"><meta charset="utf-8"><title>Beseda: every screen</title><style>${style}</style>${sections.join("\n")}</html>\n`,
    );
  }
}

const style = `
body { font: 14px system-ui; margin: 24px; background: #e9ecf0; color: #18212d }
div { display: flex; flex-wrap: wrap; gap: 12px; align-items: start }
a { color: inherit; text-decoration: none }
img { display: block; height: 320px; border-radius: 6px; box-shadow: 0 1px 4px #0003 }
`;
