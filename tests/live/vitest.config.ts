import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

process.env["TZ"] = "UTC";
process.env["GITHUB_STEP_SUMMARY"] = "";

/** `npm run test:live`: the trials with brokers, kills and a container, one after the other. */
export default defineConfig({
  root: fileURLToPath(new URL("../..", import.meta.url)),
  test: {
    include: ["tests/live/whole/*.live.ts"],
    environment: "node",
    env: { TZ: "UTC" },
    fileParallelism: false,
    testTimeout: 600_000,
    hookTimeout: 600_000,
    reporters: ["verbose"],
  },
});
