/** Writes the demo shop as plain static files: `node frontend/demo/render.mjs FOLDER`. Russian at the top, English under en/. */
import { cp, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { pagesOf } from "./pages.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));

export async function renderDemo(folder) {
  await mkdir(join(folder, "en"), { recursive: true });
  await cp(join(here, "static"), folder, { recursive: true });
  await cp(join(here, "goods.mjs"), join(folder, "goods.js"));
  await cp(join(here, "texts.mjs"), join(folder, "texts.js"));
  for (const [language, under] of [
    ["ru", ""],
    ["en", "en"],
  ])
    for (const [name, html] of pagesOf(language)) await writeFile(join(folder, under, name), html);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await renderDemo(process.argv[2] ?? "dist/demo");
