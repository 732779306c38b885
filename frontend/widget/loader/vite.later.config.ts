import { defineConfig } from "vite";

/** What the loader fetches when it comes to need it, each a module of its own: `loader/NAME.js`. */
export default defineConfig({
  root: import.meta.dirname,
  build: {
    target: "es2022",
    lib: { entry: { http: "later/http.ts" }, formats: ["es"], fileName: (_, name) => `loader/${name}.js` },
    outDir: "../../dist",
    emptyOutDir: false,
    reportCompressedSize: false,
  },
});
