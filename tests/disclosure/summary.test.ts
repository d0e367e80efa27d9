import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { disclosableQuantiles, disclosableSummary } from "../../src/disclosure/summary.ts";
import { countPersons } from "../../src/questions/persons.ts";

const own = (values: readonly number[]) => ({
  values: Float64Array.from(values),
  persons: Float64Array.from(values.keys()),
});
const oneTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1);

describe("disclosableSummary", () => {
  test("should give the quantiles of type 7, and those of nine in ten at the ends", () => {
    // numpy.quantile(range(1, 102), [0.05, 0.25, 0.5, 0.75, 0.95])
    expect(disclosableSummary(own(oneTo(101)), 5)).toMatchObject({
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
    const text = JSON.stringify(disclosableSummary(own([...oneTo(100), 987_654]), 5));
    expect(text).not.toContain("987654");
    expect(text).not.toMatch(/minimum|maximum/);
  });

  test("should leave out ends that too few lie beyond, and everything where that holds for a quartile", () => {
    expect(disclosableSummary(own(oneTo(17)), 5)).toMatchObject({ low: null, lowerQuartile: 5, high: null });
    expect(disclosableSummary(own(oneTo(16)), 5)).toBeNull();
    // Equal values are many persons' value.
    expect(disclosableSummary(own([3, 3, 3, 3, 3]), 5)).toMatchObject({ low: 3, median: 3, high: 3 });
    expect(disclosableSummary(own([]), 5)).toBeNull();
  });

  test("should count a person of many values once, and each without a number as one", () => {
    const values = Float64Array.from(oneTo(40));
    expect(disclosableSummary({ values, persons: values.map((value) => value % 4) }, 5)).toBeNull();
    expect(disclosableSummary({ values, persons: values.map(() => Number.NaN) }, 5)).not.toBeNull();
    expect(countPersons(Float64Array.from([1, 1, 2, Number.NaN, Number.NaN]))).toBe(4);
  });

  test("should give means of the minimum of neighbours, or a value that as many persons have", () => {
    const values = fc.array(fc.integer({ min: 0, max: 300 }), { maxLength: 60 });
    fc.assert(
      fc.property(values, fc.integer({ min: 2, max: 7 }), (given, minimum) => {
        const found = disclosableSummary(own(given), minimum);
        if (found === null) return;
        const sorted = [...given].sort((a, b) => a - b);
        const means = sorted.flatMap((_, from) =>
          sorted.slice(from).flatMap((__, more) => {
            const some = sorted.slice(from, from + more + 1);
            return some.length < minimum ? [] : [some.reduce((all, value) => all + value, 0) / some.length];
          }),
        );
        const { low, lowerQuartile, median, upperQuartile, high } = found;
        for (const at of [low, lowerQuartile, median, upperQuartile, high]) {
          if (at !== null) expect(means.some((mean) => Math.abs(mean - at) < 1e-8)).toBe(true);
        }
      }),
    );
  });
});

test("disclosableQuantiles should not depend on the order in which equal values of several persons come", () => {
  // The values beside the median are those of one person or of two, by which of the equal ones comes last.
  const rows = [
    [5, 1],
    [5, 2],
    [6, 1],
    [7, 3],
  ] as const;
  const median = (some: readonly (readonly [number, number])[]) =>
    disclosableQuantiles(
      {
        values: Float64Array.from(some, ([value]) => value),
        persons: Float64Array.from(some, ([, person]) => person),
      },
      2,
    )(0.5);
  const told = new Set<number | null>();
  for (const turn of rows.keys()) {
    const turned = [...rows.slice(turn), ...rows.slice(0, turn)];
    told.add(median(turned)).add(median(turned.reverse()));
  }
  expect([...told]).toHaveLength(1);
});
