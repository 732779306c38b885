import { defineConfig } from "vite";
import { browsers } from "../../build/page.ts";

/** What the loader fetches when it comes to need it, each a module of its own: `loader/NAME.js`. */
export default defineConfig({
  root: import.meta.dirname,
  build: {
    target: "es2022",
    cssTarget: browsers,
    lib: {
      entry: {
        api: "later/api.ts",
        alert: "later/alert.ts",
        http: "later/http.ts",
        invitation: "later/invitation.ts",
        window: "later/window.ts",
      },
      formats: ["es"],
      fileName: (_, name) => `loader/${name}.js`,
    },
    outDir: "../../dist",
    emptyOutDir: false,
    reportCompressedSize: false,
  },
});
