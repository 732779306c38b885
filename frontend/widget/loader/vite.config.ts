import { defineConfig } from "vite";
import { browsers } from "../../build/page.ts";

/** One script for the customer's page: no chunks, no framework, nothing newer than ES2022. */
export default defineConfig({
  root: import.meta.dirname,
  build: {
    target: "es2022",
    cssTarget: browsers,
    lib: { entry: "main.ts", formats: ["iife"], name: "beseda", fileName: () => "loader.js" },
    outDir: "../../dist",
    emptyOutDir: false,
    reportCompressedSize: false,
    // Nearly all of it runs at once: a browser that knows the hint compiles it aside, while it comes, not piece by piece in the page.
    rolldownOptions: { output: { postBanner: "//# allFunctionsCalledOnLoad" } },
  },
});
