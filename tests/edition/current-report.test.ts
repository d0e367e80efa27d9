import { afterEach, describe, expect, test, vi } from "vitest";
import { dataPath, givenDay, sourceDate } from "../../src/edition/current-report.ts";
import { refusal } from "../support/refusal.ts";

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

describe("SOURCE_DATE_EPOCH", () => {
  // 1769904000 is 2026-02-01T00:00:00Z by `date -u -d @1769904000`.
  test.each([
    [undefined, null, null],
    ["", null, null],
    ["0", 0, "1970-01-01"],
    ["1769903999", 1_769_903_999, "2026-01-31"],
    ["1769904000", 1_769_904_000, "2026-02-01"],
  ])("should give with %s the moment %s and the day %s", (value, moment, day) => {
    vi.stubEnv("SOURCE_DATE_EPOCH", value);
    expect(sourceDate()).toBe(moment);
    expect(givenDay()).toBe(day);
  });

  test.each(["2026-01-31", "-1", "1e9", "1769904000000"])(
    "should be refused where it is %s",
    async (value) => {
      vi.stubEnv("SOURCE_DATE_EPOCH", value);
      expect(await refusal(givenDay)).toContain(`SOURCE_DATE_EPOCH is "${value}", which is no moment`);
    },
  );
});
