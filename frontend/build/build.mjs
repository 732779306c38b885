// Builds what the server serves into frontend/dist: all bundles and the demo shop, or those named on the command line.
import { rm } from "node:fs/promises";
import { build } from "vite";
import { renderDemo } from "../demo/render.mjs";
import { dist, root } from "./places.mjs";
import { precompress } from "./precompress.mjs";
import { reportWeights, weigh } from "./weights.mjs";

const configurations = {
  loader: "frontend/widget/loader/vite.config.ts",
  "loader/later": "frontend/widget/loader/vite.later.config.ts",
  panel: "frontend/widget/panel/vite.config.ts",
  notify: "frontend/widget/notify/vite.config.ts",
  console: "frontend/console/vite.config.ts",
};

const wanted = process.argv.slice(2);
const names = [...Object.keys(configurations), "demo"];
const unknown = wanted.filter((name) => !names.includes(name));
if (unknown.length > 0) {
  console.error(`unknown bundle "${unknown.join(", ")}": expected ${names.join(", ")}`);
  process.exit(2);
}

if (wanted.length === 0) await rm(dist, { recursive: true, force: true });
for (const [name, configuration] of Object.entries(configurations)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  await build({ configFile: `${root}/${configuration}`, logLevel: "warn" });
}
if (wanted.length === 0 || wanted.includes("demo")) await renderDemo(`${dist}/demo`);
await precompress();
process.exitCode = reportWeights(await weigh()) ? 0 : 1;
