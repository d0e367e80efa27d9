import { tmpdir } from "node:os";
import { join } from "node:path";
import { defineConfig } from "playwright/test";
import { launchArguments, rememberedBrowser } from "../../src/cli/browser.ts";

const executablePath = rememberedBrowser();

export default defineConfig({
  testDir: ".",
  testMatch: "*.spec.ts",
  globalSetup: "./setup.ts",
  outputDir: join(tmpdir(), "shopper-report-test-results"),
  fullyParallel: true,
  forbidOnly: Boolean(process.env["CI"]),
  retries: 0,
  workers: 2,
  // Only what hangs runs into these: a busy machine is slow, and no test is about speed.
  timeout: 600_000,
  expect: { timeout: 60_000 },
  reporter: "list",
  use: {
    locale: "en-US",
    timezoneId: "UTC",
    launchOptions: {
      args: launchArguments,
      ...(executablePath === null ? {} : { executablePath }),
    },
  },
  // A test says with a tag where it runs; most say nothing about the size of the screen and run once.
  projects: [
    { name: "desktop", grepInvert: /@phone/, use: { viewport: { width: 1280, height: 900 } } },
    {
      name: "phone",
      grep: /@phone|@everywhere/,
      use: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true },
    },
  ],
});
