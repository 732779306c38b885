import { defineConfig } from "vitest/config";

/** Browser tests share one server and one Chromium per file. Two files run at a time: most of their time is waiting, and more would starve. */
export default defineConfig({
  test: {
    environment: "node",
    maxWorkers: 2,
    passWithNoTests: true,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
