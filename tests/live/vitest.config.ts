import { fileURLToPath } from "node:url";
import { defineConfig, mergeConfig } from "vitest/config";
import unit from "../vitest.config.ts";

/** `npm run test:live`: the trials with brokers, kills and a container, one after the other. */
export default mergeConfig(
  unit,
  defineConfig({
    root: fileURLToPath(new URL("../..", import.meta.url)),
    test: { fileParallelism: false },
  }),
);
