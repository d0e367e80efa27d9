import { describe, expect, test } from "vitest";
import { wilson } from "../../../src/statistics/significance/intervals.ts";

describe("wilson", () => {
  // scipy 1.17: binomtest(count, of).proportion_ci(0.95, "wilson")
  test.each([
    [15, 100, 0.09305985283656634, 0.23283559590832367],
    [0, 10, 0, 0.27753279986288926],
    [10, 10, 0.7224672001371107, 1],
    [1, 2, 0.0945312057342307, 0.9054687942657693],
    [572, 3900, 0.13591135960517145, 0.1581173479969666],
  ])("should give for %d of %d what scipy gives", (count, of, low, high) => {
    expect(wilson(count, of)?.low).toBeCloseTo(low, 12);
    expect(wilson(count, of)?.high).toBeCloseTo(high, 12);
  });

  test("should know nothing of nothing", () => {
    expect(wilson(0, 0)).toBeNull();
  });
});
