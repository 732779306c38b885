import { defineConfig } from "vite";

/** One script for the customer's page: no chunks, no framework, nothing newer than ES2020. */
export default defineConfig({
  root: import.meta.dirname,
  build: {
    target: "es2020",
    lib: { entry: "main.ts", formats: ["iife"], name: "beseda", fileName: () => "loader.js" },
    outDir: "../../dist",
    emptyOutDir: false,
    reportCompressedSize: false,
  },
});
