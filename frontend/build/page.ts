import type { UserConfig } from "vite";
import { dist } from "./places.mjs";

/** What the server puts a fresh random value in place of, in every page it serves. */
const noncePlace = "__NONCE__";

/** Browsers of two years ago; they know light-dark(), color-mix() and nesting, so the styles are not rewritten. */
export const browsers = ["chrome130", "edge130", "firefox132", "safari18"];

/** The Vite configuration of a page: hashed assets, nothing inline, served under `base` by the server. */
export function page(options: {
  root: string;
  base: "/panel/" | "/notify/" | "/console/";
  jsxImportSource: string;
}): UserConfig {
  const server = `http://127.0.0.1:${process.env.BESEDA_PORT ?? "8080"}`;
  return {
    root: options.root,
    base: options.base,
    html: { cspNonce: noncePlace },
    oxc: { jsx: { runtime: "automatic", importSource: options.jsxImportSource } },
    css: { modules: { generateScopedName: "[name]_[local]_[hash:base64:4]" } },
    build: {
      target: browsers,
      cssTarget: browsers,
      outDir: `${dist}${options.base}`,
      emptyOutDir: true,
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      manifest: true,
      rolldownOptions: {
        // Libraries mark every file "use client" for servers that render React; there is none here.
        checks: { moduleLevelDirective: false },
        // Left to itself the bundler makes a chunk of whatever two later parts share: fifty requests before the first view.
        output: { codeSplitting: { groups: [{ name: "first", tags: ["$initial"] }] } },
      },
      reportCompressedSize: false,
      chunkSizeWarningLimit: 1500,
    },
    server: { proxy: { "/api": server, "/ws": { target: server, ws: true } } },
  };
}
