import { describe, expect, test } from "vitest";
import { type Comparison, compare } from "../../../src/sections/overview/comparison.ts";

const monthsFrom = (year: number, count: number): Comparison["periods"] =>
  Array.from({ length: count }, (_, index) => {
    const month = `${year + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}`;
    return { name: month, first: `${month}-01`, last: `${month}-28` };
  });

const of = (values: (number | null)[], unit: Comparison["unit"] = "month"): Comparison => ({
  unit,
  periods: monthsFrom(2023, values.length),
  partial: [],
  metrics: [{ metric: "revenue", values }],
});

describe("compare", () => {
  test("should hold the last full period against the one before and a year before", () => {
    const values = [10, ...Array<number>(10).fill(1), 20, 30];
    expect(compare(of(values), "revenue")).toEqual({
      at: { current: 12, previous: 11, yearBefore: 0 },
      current: 30,
      previous: 20,
      yearBefore: 10,
    });
  });

  test("should know no year before where the data are younger, or its value is withheld", () => {
    expect(compare(of([20, 30]), "revenue")).toMatchObject({ at: { yearBefore: null }, yearBefore: null });
    expect(compare(of([null, ...Array<number>(12).fill(1)]), "revenue")).toMatchObject({
      at: { yearBefore: 0 },
      yearBefore: null,
    });
  });

  test("should reach 52 weeks back in weeks", () => {
    const values = [7, ...Array<number>(52).fill(1)];
    expect(compare(of(values, "week"), "revenue")).toMatchObject({ at: { yearBefore: 0 }, yearBefore: 7 });
  });

  test("should compare nothing where a value is withheld or the metric is not there", () => {
    expect(compare(of([1, null]), "revenue")).toBeNull();
    expect(compare(of([null, 1]), "revenue")).toBeNull();
    expect(compare(of([1, 2]), "orders")).toBeNull();
  });
});
