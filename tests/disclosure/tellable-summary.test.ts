import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { countPersons, tellableSummary } from "../../src/disclosure/tellable-summary.ts";

const own = (values: readonly number[]) => ({
  values: Float64Array.from(values),
  persons: Float64Array.from(values.keys()),
});
const oneTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1);

describe("tellableSummary", () => {
  test("should give the quantiles of type 7, and those of nine in ten at the ends", () => {
    // numpy.quantile(range(1, 102), [0.05, 0.25, 0.5, 0.75, 0.95])
    expect(tellableSummary(own(oneTo(101)), 5)).toMatchObject({
      count: 101,
      mean: 51,
      low: 6,
      lowerQuartile: 26,
      median: 51,
      upperQuartile: 76,
      high: 96,
    });
  });

  test("should hold neither the lowest nor the highest value", () => {
    const text = JSON.stringify(tellableSummary(own([...oneTo(100), 987_654]), 5));
    expect(text).not.toContain("987654");
    expect(text).not.toMatch(/minimum|maximum/);
  });

  test("should leave out ends that too few lie beyond, and everything where that holds for a quartile", () => {
    expect(tellableSummary(own(oneTo(17)), 5)).toMatchObject({ low: null, lowerQuartile: 5, high: null });
    expect(tellableSummary(own(oneTo(16)), 5)).toBeNull();
    // Equal values are many persons' value.
    expect(tellableSummary(own([3, 3, 3, 3, 3]), 5)).toMatchObject({ low: 3, median: 3, high: 3 });
    expect(tellableSummary(own([]), 5)).toBeNull();
  });

  test("should count a person of many values once, and each without a number as one", () => {
    const values = Float64Array.from(oneTo(40));
    expect(tellableSummary({ values, persons: values.map((value) => value % 4) }, 5)).toBeNull();
    expect(tellableSummary({ values, persons: values.map(() => Number.NaN) }, 5)).not.toBeNull();
    expect(countPersons(Float64Array.from([1, 1, 2, Number.NaN, Number.NaN]))).toBe(4);
  });

  test("should tell no quantile that fewer persons lie up to, or from on, than the minimum", () => {
    const values = fc.array(fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 20 })), {
      maxLength: 80,
    });
    fc.assert(
      fc.property(values, fc.integer({ min: 2, max: 7 }), (given, minimum) => {
        const found = tellableSummary(
          {
            values: Float64Array.from(given, ([value]) => value),
            persons: Float64Array.from(given, ([, person]) => person),
          },
          minimum,
        );
        if (found === null) return;
        const { low, lowerQuartile, median, upperQuartile, high } = found;
        for (const told of [low, lowerQuartile, median, upperQuartile, high]) {
          if (told === null) continue;
          const upTo = new Set(given.filter(([value]) => value <= told).map(([, person]) => person));
          const from = new Set(given.filter(([value]) => value >= told).map(([, person]) => person));
          expect(Math.min(upTo.size, from.size)).toBeGreaterThanOrEqual(minimum);
        }
      }),
    );
  });
});
