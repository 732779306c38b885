import { defineConfig } from "vitest/config";

/** Unit tests of the whole front end; the browser tests of e2e have their own configuration. */
export default defineConfig({
  test: {
    projects: [
      { test: { name: "client", root: "frontend/client", environment: "happy-dom" } },
      { test: { name: "ui", root: "frontend/ui", environment: "happy-dom", css: true } },
      {
        oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
        test: { name: "widget", root: "frontend/widget", environment: "happy-dom" },
      },
      {
        oxc: { jsx: { runtime: "automatic", importSource: "react" } },
        test: { name: "console", root: "frontend/console", environment: "happy-dom" },
      },
    ],
  },
});
