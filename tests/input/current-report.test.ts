import { afterEach, expect, test, vi } from "vitest";
import { dataPath } from "../../src/input/current-report.ts";

afterEach(() => {
  vi.unstubAllEnvs();
});

test.each([
  [undefined, "data"],
  ["", "data"],
  ["elsewhere/orders.csv", "elsewhere/orders.csv"],
])("should read with REPORT_DATA=%s from %s", (value, path) => {
  vi.stubEnv("REPORT_DATA", value);
  expect(dataPath()).toBe(path);
});
