import { defineConfig } from "vitest/config";

/** Browser tests share one server and one Chromium per file. Three files run at a time on two cores: half of their time is waiting, and more would starve. */
export default defineConfig({
  test: {
    environment: "node",
    maxWorkers: 3,
    // No file leaves anything behind in its modules, and loading them anew for each of forty costs every one a second.
    isolate: false,
    passWithNoTests: true,
    testTimeout: 90_000,
    hookTimeout: 120_000,
  },
});
