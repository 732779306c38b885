/** Photographs every screen into the folder named on the command line: `npm run shots -- DIR`. */
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { runnerImport } from "vite";

const folder = process.argv[2];
if (folder === undefined) throw new Error("npm run shots -- DIR: the folder for the pictures is missing");
const { module } = await runnerImport(fileURLToPath(new URL("session.ts", import.meta.url)), {
  configFile: false,
  logLevel: "error",
});
await module.photographEverything(resolve(process.env.INIT_CWD ?? ".", folder));
