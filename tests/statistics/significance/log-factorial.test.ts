import { describe, expect, test } from "vitest";
import { logFactorialRemainder } from "../../../src/statistics/significance/log-factorial.ts";

describe("logFactorialRemainder", () => {
  test("should be what Stirling's formula leaves of small factorials", () => {
    let factorial = 1;
    expect(logFactorialRemainder(0)).toBe(0);
    for (let n = 1; n <= 22; n += 1) {
      factorial *= n;
      expect(logFactorialRemainder(n) + n * Math.log(n) - n).toBeCloseTo(Math.log(factorial), 13);
    }
  });

  test.each([
    // mpmath 1.3 with 60 digits: loggamma(n + 1) - n * log(n) + n
    [1, 1],
    [19, 2.3955435830371252],
    [20, 2.4209709896736653],
    [1000, 4.372899506026297],
    [1_048_575, 7.8504099414396755],
    [1_048_576, 7.850410418276986],
    [2_000_000_000, 11.627145041999517],
  ])("should be right for %d", (n, expected) => {
    expect(Math.abs(logFactorialRemainder(n) - expected)).toBeLessThan(1e-14);
  });

  test("should be the same whether kept or worked out for the first time", () => {
    const first = logFactorialRemainder(5000);
    logFactorialRemainder(500_000);
    expect(logFactorialRemainder(5000)).toBe(first);
  });
});
