import { describe, expect, test } from "vitest";
import { disclosableInterval, meanInterval, shareIntervals } from "../../src/disclosure/intervals.ts";

const of = (values: readonly number[], persons: readonly number[] = values.map(() => Number.NaN)) => ({
  values: Float64Array.from(values),
  persons: Float64Array.from(persons),
});

describe("disclosableInterval", () => {
  test("should round to four digits, so that no single amount can be worked out from it", () => {
    expect(disclosableInterval({ low: 12.34567, high: 1234.567 }, 5, 5)).toEqual({ low: 12.35, high: 1235 });
  });

  test("should be withheld where fewer persons than the minimum decide it", () => {
    expect(disclosableInterval({ low: 1, high: 2 }, 4.9, 5)).toBeNull();
  });
});

describe("meanInterval", () => {
  test("should not tell of the one customer who is far off all others", () => {
    expect(meanInterval(of([10, 11, 12, 10, 11, 12, 10, 11, 31_716]), 5)).toBeNull();
    expect(meanInterval(of(Array.from({ length: 40 }, (_, i) => 10 + (i % 7))), 5)).not.toBeNull();
  });

  test("should take customers for the sample, and not what they bought", () => {
    const values = Array.from({ length: 200 }, (_, i) => (Math.floor(i / 10) % 2 === 0 ? 20 : 60));
    const persons = values.map((_, i) => Math.floor(i / 10) + 1);
    const [own, each] = [meanInterval(of(values, persons), 5), meanInterval(of(values), 5)];
    const width = (interval: typeof own) => (interval?.high ?? 0) - (interval?.low ?? 0);
    expect(width(own)).toBeGreaterThan(3 * width(each));
  });

  test("should not depend on the order of the rows", () => {
    const values = Array.from({ length: 60 }, (_, i) => 5 + ((i * 7) % 23) / 10);
    const persons = values.map((_, i) => 1 + (i % 17));
    const turned = (list: readonly number[]) => [...list].reverse();
    expect(meanInterval(of(turned(values), turned(persons)), 5)).toEqual(
      meanInterval(of(values, persons), 5),
    );
  });
});

describe("shareIntervals", () => {
  test("should give one for each test, null where few decide it", () => {
    const values = Array.from({ length: 100 }, (_, i) => (i < 40 ? 1 : i < 98 ? 2 : 3));
    const [ones, twos, threes] = shareIntervals(
      of(values),
      [1, 2, 3].map((wanted) => (value: number) => value === wanted),
      5,
    );
    // scipy 1.17: binomtest(40, 100).proportion_ci(0.95, "wilson"), to four digits
    expect(ones).toEqual({ low: 0.3094, high: 0.498 });
    expect(twos).not.toBeNull();
    expect(threes).toBeNull();
  });
});
