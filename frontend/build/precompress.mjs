import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { dist } from "./places.mjs";

const text = /\.(?:js|css|html|svg|json|webmanifest|txt|map)$/;
/** Below this many bytes the headers weigh more than what is saved. */
const worthwhile = 1024;
const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/**
 * Puts x.br and x.gz beside every text file over 1 KB, and writes manifest.json: for each file its bytes, and its bytes
 * as gzip and Brotli where those exist.
 */
export async function precompress() {
  /** @type {Record<string, { bytes: number, gzip?: number, brotli?: number }>} */
  const files = {};
  for (const path of await filesBelow(dist)) {
    const name = relative(dist, path).replaceAll("\\", "/");
    if (name === "manifest.json" || name.includes(".vite/")) continue;
    if (/\.(?:br|gz)$/.test(name)) {
      await rm(path);
      continue;
    }
    const content = await readFile(path);
    files[name] = { bytes: content.length };
    if (!text.test(name) || content.length <= worthwhile) continue;
    const [br, gz] = await Promise.all([
      brotli(content, {
        params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length },
      }),
      zip(content, { level: 9 }),
    ]);
    await Promise.all([writeFile(`${path}.br`, br), writeFile(`${path}.gz`, gz)]);
    files[name] = { bytes: content.length, gzip: gz.length, brotli: br.length };
  }
  await writeFile(`${dist}/manifest.json`, `${JSON.stringify({ files }, null, 2)}\n`);
}

/** @param {string} folder @returns {Promise<string[]>} sorted, so that the manifest is the same on every machine */
async function filesBelow(folder) {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
