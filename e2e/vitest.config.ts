import { defineConfig } from "vitest/config";

/** Browser tests share one server and one Chromium per file: files run one after another, each test has a generous deadline. */
export default defineConfig({
  test: {
    environment: "node",
    fileParallelism: false,
    passWithNoTests: true,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
