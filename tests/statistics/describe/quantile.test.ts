import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { quantile } from "../../../src/statistics/describe/quantile.ts";
import { samples } from "../samples.ts";

describe("quantile", () => {
  test("should give the quartiles of 1 to 10 as R does", () => {
    // R 4: quantile(1:10), whose default is type 7 (Hyndman and Fan 1996).
    const values = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
    expect([0, 0.25, 0.5, 0.75, 1].map((p) => quantile(values, p))).toEqual([1, 3.25, 5.5, 7.75, 10]);
  });

  test("should give the median of numpy's example", () => {
    // numpy.quantile's documentation: a = [[10, 7, 4], [3, 2, 1]], np.quantile(a, 0.5) is 3.5.
    expect(quantile([1, 2, 3, 4, 7, 10], 0.5)).toBe(3.5);
  });

  test("should give the deciles of Python's example", () => {
    // The data of statistics.quantiles' documentation; deciles by Python 3, method="inclusive" (type 7).
    const values = [
      105, 129, 87, 86, 111, 111, 89, 81, 108, 92, 110, 100, 75, 105, 103, 109, 76, 119, 99, 91, 103, 129,
      106, 101, 84, 111, 74, 87, 86, 103, 103, 106, 86, 111, 75, 87, 102, 121, 111, 88, 89, 101, 106, 95, 103,
      107, 101, 81, 109, 104,
    ].sort((a, b) => a - b);
    const expected = [81, 86.8, 89, 99.6, 102.5, 103.4, 106, 109.2, 111];
    expected.forEach((value, index) => {
      expect(quantile(values, (index + 1) / 10)).toBeCloseTo(value, 10);
    });
  });

  test("should be the value itself where there is one", () => {
    expect([0, 0.3, 1].map((p) => quantile([7], p))).toEqual([7, 7, 7]);
  });

  test("should be exact between equal values", () => {
    expect(quantile([0.1, 0.1, 0.1, 0.1], 0.7)).toBe(0.1);
  });

  test.each([-0.1, 1.1, Number.NaN])("should refuse the share %d", (p) => {
    expect(() => quantile([1, 2], p)).toThrow(RangeError);
  });

  test("should refuse no values", () => {
    expect(() => quantile([], 0.5)).toThrow("no quantile 0.5 of 0 values");
  });

  test("should never fall as the share rises, and stay between the smallest and the largest value", () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(samples, share, share, (values, one, other) => {
        const ascending = Float64Array.from(values).sort();
        const low = quantile(ascending, Math.min(one, other));
        const high = quantile(ascending, Math.max(one, other));
        expect(low).toBeLessThanOrEqual(high);
        expect(low).toBeGreaterThanOrEqual(ascending[0] ?? Number.NaN);
        expect(high).toBeLessThanOrEqual(ascending.at(-1) ?? Number.NaN);
      }),
    );
  });
});
