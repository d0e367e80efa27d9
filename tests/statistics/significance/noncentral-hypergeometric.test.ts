import { describe, expect, test } from "vitest";
import { logWeight, tiltedSums } from "../../../src/statistics/significance/noncentral-hypergeometric.ts";

describe("tiltedSums", () => {
  // scipy.stats.nchypergeom_fisher (scipy 1.17.1): mean and var.
  test.each([
    [{ population: 50, one: 10, other: 9 }, 0.5, 1.0860273530294022, 0.8523289930905052],
    [{ population: 5000, one: 1200, other: 900 }, 3.7, 418.9680415373444, 165.41098651454635],
  ])("should give the mean and variance that scipy gives", (margins, odds, mean, variance) => {
    const sums = tiltedSums(margins, Math.log(odds));
    expect(Math.abs(sums.mean / mean - 1)).toBeLessThan(1e-10);
    expect(Math.abs(sums.variance / variance - 1)).toBeLessThan(1e-8);
  });

  test("should be the hypergeometric distribution at odds of 1", () => {
    const { logSum, mean, variance } = tiltedSums({ population: 40, one: 8, other: 15 }, 0);
    expect(mean).toBeCloseTo((8 * 15) / 40, 12);
    expect(variance).toBeCloseTo((8 * 15 * 32 * 25) / (40 * 40 * 39), 12);
    // Vandermonde: the weights add up to C(40, 15).
    expect(logSum).toBeCloseTo(Math.log(40225345056), 9);
  });

  test("should have one value where the margins leave no choice", () => {
    expect(tiltedSums({ population: 7, one: 7, other: 3 }, 2)).toMatchObject({ mean: 3, variance: 0 });
    expect(tiltedSums({ population: 7, one: 0, other: 3 }, -5)).toMatchObject({ mean: 0, variance: 0 });
  });
});

test("logWeight should be the logarithm of the ways", () => {
  // C(5, 2) C(7, 1) = 70
  expect(logWeight({ population: 12, one: 5, other: 3 }, 2)).toBeCloseTo(Math.log(70), 12);
});
