import { describe, expect, test } from "vitest";
import { createFormatter } from "../../../../src/report/format.ts";
import type { MetricId, Unit } from "../../../../src/report/metrics.ts";
import type { Comparison } from "../../../../src/sections/overview/comparison.ts";
import {
  comparisonBasis,
  comparisonWords,
  sparklineWords,
} from "../../../../src/sections/overview/words/comparison.ts";

const format = createFormatter("en-US", "USD");

const months = (count: number): Comparison["periods"] =>
  Array.from({ length: count }, (_, index) => {
    const name = `${2023 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}`;
    return { name, first: `${name}-01`, last: `${name}-28` };
  });

const comparison = (values: (number | null)[], metric: MetricId = "revenue"): Comparison => ({
  unit: "month",
  periods: months(values.length),
  partial: [],
  metrics: [{ metric, values }],
});

const weeks = (values: number[]): Comparison => ({
  unit: "week",
  periods: values.map((_, index) => {
    const name = `2024-01-${String(1 + 7 * index).padStart(2, "0")}`;
    return { name, first: name, last: name };
  }),
  partial: [],
  metrics: [{ metric: "revenue", values }],
});

const wordsOf = (values: (number | null)[], unit: Unit = "money", metric: MetricId = "revenue") =>
  comparisonWords(comparison(values, metric), { id: metric, unit }, format);

describe("comparisonWords", () => {
  test("should hold the last full month against the one before", () => {
    expect(wordsOf([200, 250])).toEqual({ current: "Feb 2023: $250.00", changes: ["+25% on Jan 2023"] });
    expect(wordsOf([2000, 1906])).toEqual({ current: "Feb 2023: $1,906", changes: ["−4.7% on Jan 2023"] });
  });

  test("should add the year before where it is known", () => {
    const values = [50, ...Array<number>(10).fill(1), 200, 100];
    expect(wordsOf(values)?.changes).toEqual(["−50% on Dec 2023", "+100% on Jan 2023"]);
    expect(wordsOf([null, ...values.slice(1)])?.changes).toEqual(["−50% on Dec 2023"]);
  });

  test("should give shares in points and ratings as they are", () => {
    expect(wordsOf([0.25, 0.281], "share", "repeatShare")).toEqual({
      current: "Feb 2023: 28%",
      changes: ["+3.1 points on Jan 2023"],
    });
    expect(wordsOf([4, 3.9], "rating", "averageRating")).toEqual({
      current: "Feb 2023: 3.90",
      changes: ["−0.10 on Jan 2023"],
    });
  });

  test("should say what is the same, and what there was none of", () => {
    expect(wordsOf([7, 7])?.changes).toEqual(["the same as Jan 2023"]);
    expect(wordsOf([0, 0])?.changes).toEqual(["the same as Jan 2023"]);
    expect(wordsOf([0, 7])?.changes).toEqual(["none in Jan 2023"]);
    expect(wordsOf([0.5, 0.5], "share", "repeatShare")?.changes).toEqual(["the same as Jan 2023"]);
  });

  test("should name weeks by their Monday", () => {
    expect(comparisonWords(weeks([10, 20]), { id: "revenue", unit: "money" }, format)).toEqual({
      current: "The week of January 8, 2024: $20.00",
      changes: ["+100% on the week of January 1, 2024"],
    });
  });

  test("should say nothing where a month is withheld or the metric is not there", () => {
    expect(wordsOf([null, 7])).toBeNull();
    expect(comparisonWords(comparison([1, 2]), { id: "orders", unit: "count" }, format)).toBeNull();
  });
});

describe("comparisonBasis", () => {
  test("should name the month that is compared", () => {
    expect(comparisonBasis(comparison([1, 2]), format)).toBe(
      "Beneath each number stands its value in the last full month, Feb 2023, beside the month before.",
    );
  });

  test("should tell of the year before where there is one, and of months that are not whole", () => {
    const long = { ...comparison(Array<number>(13).fill(1)), partial: ["2022-12", "2024-02"] };
    expect(comparisonBasis(long, format)).toBe(
      "Beneath each number stands its value in the last full month, Jan 2024, beside the month before and the same one a year before. Dec 2022 and Feb 2024 are not covered from the first to the last day, and not compared.",
    );
  });

  test("should do the same for weeks", () => {
    expect(comparisonBasis({ ...weeks([1, 2]), partial: ["2024-01-15"] }, format)).toBe(
      "Beneath each number stands its value in the last full week, the week of January 8, 2024, beside the week before. The week of January 15, 2024 is not covered from the first to the last day, and not compared.",
    );
  });
});

describe("sparklineWords", () => {
  test("should tell the lowest and the highest with their months", () => {
    const shown = { from: 1, values: [30, null, 10] };
    const revenue = { id: "revenue", name: "Revenue", unit: "money" } as const;
    expect(sparklineWords(comparison([5, 30, null, 10]), revenue, shown, format)).toBe(
      "Revenue by month, Feb 2023 to Apr 2023: lowest $10.00 (Apr 2023), highest $30.00 (Feb 2023).",
    );
  });

  test("should call no month the highest where all are alike", () => {
    const shown = { from: 0, values: [10, 10, 10] };
    const orders = { id: "orders", name: "Orders", unit: "count" } as const;
    expect(sparklineWords(comparison([10, 10, 10], "orders"), orders, shown, format)).toBe(
      "Orders by month, Jan 2023 to Mar 2023: 10 in each.",
    );
  });
});
