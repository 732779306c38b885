import { defineConfig } from "vitest/config";

/** None of these tests measures time; a busy machine may take long over them. */
const testTimeout = 60_000;

/** Unit tests of the whole front end; the browser tests of e2e have their own configuration. */
export default defineConfig({
  test: {
    // Every core: by itself it leaves one free, which of two is half.
    maxWorkers: "100%",
    projects: [
      { test: { name: "client", testTimeout, root: "frontend/client", environment: "happy-dom" } },
      { test: { name: "ui", testTimeout, root: "frontend/ui", environment: "happy-dom", css: true } },
      {
        oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
        test: { name: "widget", testTimeout, root: "frontend/widget", environment: "happy-dom" },
      },
      {
        oxc: { jsx: { runtime: "automatic", importSource: "react" } },
        test: { name: "console", testTimeout, root: "frontend/console", environment: "happy-dom" },
      },
    ],
  },
});
