// Weight is a promise: says what a page view costs, and fails when it costs more than promised.
import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { dist } from "./places.mjs";

/** Budgets in bytes of gzip. `initial` is everything fetched before the first screen: page, scripts, styles, one language. */
const budgets = { loader: 6 * 1024, panel: 45 * 1024, console: 350 * 1024 };

/**
 * @typedef {{ file: string, css?: string[], imports?: string[], dynamicImports?: string[], src?: string }} Chunk
 * @typedef {{ name: string, gzip: number, budget: number }} Weight
 */

/** @returns {Promise<Weight[]>} the weights of the bundles that have been built; also put into dist/manifest.json */
export async function weigh() {
  /** @type {Weight[]} */
  const weights = [];
  if (existsSync(`${dist}/loader.js`)) {
    weights.push({ name: "loader", gzip: await gzipped("loader.js"), budget: budgets.loader });
  }
  for (const name of /** @type {const} */ (["panel", "console"])) {
    const manifest = `${dist}/${name}/.vite/manifest.json`;
    if (!existsSync(manifest)) continue;
    /** @type {Record<string, Chunk>} */
    const chunks = JSON.parse(await readFile(manifest, "utf8"));
    weights.push({ name, gzip: await initialWeight(name, chunks), budget: budgets[name] });
  }
  const path = `${dist}/manifest.json`;
  if (existsSync(path)) {
    const manifest = JSON.parse(await readFile(path, "utf8"));
    await writeFile(path, `${JSON.stringify({ ...manifest, weights }, null, 2)}\n`);
  }
  return weights;
}

/** @param {string} name @param {Record<string, Chunk>} chunks */
async function initialWeight(name, chunks) {
  const first = new Set(["index.html"]);
  let heaviestLanguage = 0;
  /** @type {Set<string>} */
  const seen = new Set();
  /** @param {string} key */
  const visit = (key) => {
    const chunk = chunks[key];
    if (!chunk || seen.has(key)) return;
    seen.add(key);
    for (const file of [chunk.file, ...(chunk.css ?? [])]) first.add(file);
    for (const next of chunk.imports ?? []) visit(next);
  };
  const page = await readFile(`${dist}/${name}/index.html`, "utf8");
  for (const [key, chunk] of Object.entries(chunks)) {
    if (page.includes(`/${name}/${chunk.file}"`)) visit(key);
    if (key.includes("messages/"))
      heaviestLanguage = Math.max(heaviestLanguage, await gzipped(`${name}/${chunk.file}`));
  }
  const sizes = await Promise.all([...first].map((file) => gzipped(`${name}/${file}`)));
  return sizes.reduce((sum, size) => sum + size, heaviestLanguage);
}

/** @param {string} file */
async function gzipped(file) {
  return gzipSync(await readFile(`${dist}/${file}`), { level: 9 }).length;
}

/** Prints the table. @param {Weight[]} weights @returns {boolean} whether every promise holds */
export function reportWeights(weights) {
  for (const { name, gzip, budget } of weights) {
    const verdict = gzip <= budget ? "holds" : "TOO HEAVY";
    console.log(`${name.padEnd(8)} ${kilobytes(gzip)} of ${kilobytes(budget)} gzip  ${verdict}`);
  }
  return weights.every(({ gzip, budget }) => gzip <= budget);
}

/** @param {number} bytes */
function kilobytes(bytes) {
  return `${(bytes / 1024).toFixed(1)} KB`.padStart(9);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (!reportWeights(await weigh())) process.exitCode = 1;
}
