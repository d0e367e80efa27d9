import { defineConfig } from "vitest/config";
import config from "../vitest.config.ts";

const { projects: _, ...test } = config.test ?? {};

/** For StrykerJS, which knows no projects: the fast tests of the folder of `tests` that ROOM names. */
export default defineConfig({
  ...config,
  test: {
    ...test,
    include: [`tests/${process.env["ROOM"] ?? "*"}/**/*.test.{ts,tsx}`],
    exclude: ["tests/**/*.slow.test.{ts,tsx}", "tests/e2e/**"],
  },
});
