import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { summarize } from "../../../src/statistics/describe/summarize.ts";
import { samples, shuffled } from "../samples.ts";

describe("summarize", () => {
  test("should describe 1, 2, 3 as the documentation of pandas does", () => {
    // pandas.Series.describe, first example: pd.Series([1, 2, 3]).describe()
    expect(summarize([1, 2, 3])).toEqual({
      count: 3,
      mean: 2,
      standardDeviation: 1,
      minimum: 1,
      lowerQuartile: 1.5,
      median: 2,
      upperQuartile: 2.5,
      maximum: 3,
    });
  });

  test("should give the sample standard deviation where the mean is large (NumAcc1)", () => {
    // NIST StRD, univariate summary statistics, "NumAcc1": mean 10000002, standard deviation 1.
    const summary = summarize([10_000_001, 10_000_003, 10_000_002]);
    expect(summary?.mean).toBe(10_000_002);
    expect(summary?.standardDeviation).toBe(1);
  });

  test("should keep its digits where values differ little from each other (NumAcc4)", () => {
    // NIST StRD "NumAcc4": 10000000.2, then 500 times 10000000.1 and 10000000.3: mean 10000000.2, deviation 0.1.
    const pairs = Array.from({ length: 1000 }, (_, index) => (index % 2 === 0 ? 10_000_000.1 : 10_000_000.3));
    const summary = summarize([10_000_000.2, ...pairs]);
    expect(summary?.mean).toBeCloseTo(10_000_000.2, 8);
    expect(summary?.standardDeviation).toBeCloseTo(0.1, 8);
  });

  test("should have no standard deviation of one value", () => {
    expect(summarize([5])).toMatchObject({ count: 1, mean: 5, standardDeviation: null, median: 5 });
  });

  test("should be null for no values", () => {
    expect(summarize([])).toBeNull();
  });

  test("should order numbers as numbers, not as text", () => {
    expect(summarize([100, 20, 3])).toMatchObject({ minimum: 3, median: 20, maximum: 100 });
  });

  test("should leave the values as they were", () => {
    const values = [3, 1, 2];
    summarize(values);
    expect(values).toEqual([3, 1, 2]);
  });

  test("should not depend on the order of the values", () => {
    fc.assert(
      fc.property(shuffled(samples), ({ list, other }) => {
        expect(summarize(other)).toEqual(summarize(list));
      }),
    );
  });

  test("should have its five numbers ascend", () => {
    fc.assert(
      fc.property(samples, (values) => {
        const summary = summarize(values);
        if (summary === null) throw new Error("no summary");
        const { minimum, lowerQuartile, median, upperQuartile, maximum } = summary;
        const five = [minimum, lowerQuartile, median, upperQuartile, maximum];
        expect([...five].sort((a, b) => a - b)).toEqual(five);
        expect(summary.count).toBe(values.length);
        expect(minimum).toBe(Math.min(...values));
        expect(maximum).toBe(Math.max(...values));
      }),
    );
  });
});
