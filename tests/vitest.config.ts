import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

// Dates must not depend on where the tests run.
process.env["TZ"] = "UTC";
// Builds of tests are not what the summary of a job is about.
process.env["GITHUB_STEP_SUMMARY"] = "";

const slow = "tests/**/*.slow.test.{ts,tsx}";
const exclude = ["tests/e2e/**"];

export default defineConfig({
  root: fileURLToPath(new URL("..", import.meta.url)),
  test: {
    environment: "node",
    env: { TZ: "UTC" },
    setupFiles: ["tests/support/property-seed.ts"],
    // Only what hangs runs into these: a busy machine is slow, and no test is about speed.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    teardownTimeout: 60_000,
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: "fast",
          include: ["tests/**/*.test.{ts,tsx}"],
          exclude: [...exclude, slow],
          // Most of their time would go into loading the same modules for each file.
          isolate: false,
        },
      },
      { extends: true, test: { name: "slow", include: [slow], exclude } },
    ],
  },
});
