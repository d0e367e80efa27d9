import { beforeAll, describe, expect, test } from "vitest";
import { createFormatter } from "../../../../src/report/format.ts";
import type { Report } from "../../../../src/report/report.ts";
import { lastChanges } from "../../../../src/sections/overview/change.ts";
import type { Comparison } from "../../../../src/sections/overview/comparison.ts";
import { changeInsights, trendInsights } from "../../../../src/sections/overview/insights/change.ts";
import { reportOf, snapshot, times } from "../../../questions/open-rows.ts";
import { monthly } from "../some-comparison.ts";

const format = createFormatter("en-US", "USD");

let plain: Report;
beforeAll(async () => {
  plain = await reportOf(snapshot(["Amount"], times(6, [10])));
});

const found = (comparison: Comparison | null) => changeInsights({ ...plain, comparison }, format);
const idsOf = (comparison: Comparison | null) => found(comparison).map(({ id }) => id);
const trends = (comparison: Comparison | null) => trendInsights({ ...plain, comparison }, format);

/** Months that go up and down by some percent, in no order that repeats. */
const noise = [0.3, -1.2, 0.8, 1.1, -0.4, -0.9, 1.4, -0.2, 0.6, -1.3, 0.1, -0.3, 0.9, -0.7];
const season = [0.7, 0.8, 0.95, 1, 1, 1, 0.9, 0.85, 1, 1.05, 1.2, 1.6];
const months = (count: number, level: (month: number) => number, last = 1) =>
  Array.from({ length: count }, (_, month) => {
    const about = level(month) * (1 + 0.03 * (noise[(month * 5) % noise.length] ?? 0));
    return month === count - 1 ? about * last : about;
  });

describe("lastChanges", () => {
  test("should spend two thirds of the error on orders and one third on the average order", () => {
    const both = lastChanges(
      monthly({ orders: months(20, () => 100, 0.85), averageOrder: months(20, () => 50) }),
    );
    const [orders, average] = both;
    // Of two p-values the smaller counts twice: 2 × p ÷ (4 ÷ 3).
    expect(orders?.q).toBeCloseTo(1.5 * (orders?.p ?? Number.NaN), 12);
    const turned = lastChanges(
      monthly({ orders: months(20, () => 100), averageOrder: months(20, () => 50, 0.85) }),
    );
    expect(turned[1]?.q).toBeCloseTo(3 * (turned[1]?.p ?? Number.NaN), 12);
    expect(average?.metric).toBe("averageOrder");
  });

  test("should correct nothing where one metric alone is known", () => {
    const [only] = lastChanges(monthly({ orders: months(20, () => 100, 0.85) }));
    expect(only?.q).toBe(only?.p);
  });
});

describe("changeInsights", () => {
  test("should say nothing without periods to compare, or without a value to compare", () => {
    expect(idsOf(null)).toEqual([]);
    expect(idsOf(monthly({ orders: [...months(20, () => 100), null] }))).toEqual([]);
  });

  test("should tell a month that is off what those before let expect, and none that is not", () => {
    expect(idsOf(monthly({ orders: months(20, () => 100) }))).toEqual([]);
    expect(idsOf(monthly({ orders: months(20, () => 100, 0.75) }))).toEqual(["change/orders"]);
    expect(idsOf(monthly({ orders: months(20, () => 100, 1.4) }))).toEqual(["change/orders"]);
  });

  test("should tell no fewer than eight months, counted from the last without a value", () => {
    expect(idsOf(monthly({ averageOrder: months(7, () => 100, 3) }))).toEqual([]);
    expect(idsOf(monthly({ averageOrder: months(8, () => 100, 3) }))).toEqual(["change/averageOrder"]);
    expect(idsOf(monthly({ averageOrder: [100, 100, null, ...months(7, () => 100, 3)] }))).toEqual([]);
    expect(idsOf(monthly({ averageOrder: [100, 100, 0, ...months(7, () => 100, 3)] }))).toEqual([]);
  });

  test("should not tell what is within 5 % of the expected, however certain", () => {
    const still = Array<number>(19).fill(100);
    expect(idsOf(monthly({ averageOrder: [...still, 104] }))).toEqual([]);
    expect(idsOf(monthly({ averageOrder: [...still, 106] }))).toEqual(["change/averageOrder"]);
  });

  test("should take a season for no news, and a shock at its height for one", () => {
    const seasonal = (month: number) => 1000 * (season[month % 12] ?? 1);
    // The last is January after December, then December itself.
    expect(idsOf(monthly({ orders: months(37, seasonal) }))).toEqual([]);
    expect(idsOf(monthly({ orders: months(36, seasonal) }))).toEqual([]);
    expect(idsOf(monthly({ orders: months(36, seasonal, 0.75) }))).toEqual(["change/orders"]);
  });

  test("should take no Christmas for news, nor the January after it, in a shop of a year or less", () => {
    for (const length of [9, 12, 13, 14])
      for (const from of [0, 1]) {
        const ending = (month: number) => 300 * (season[(month + 12 + from - (length % 12)) % 12] ?? 1);
        expect(idsOf(monthly({ orders: months(length, ending) }))).toEqual([]);
      }
  });

  test("should hold a month of few orders against what chance does to few", () => {
    // A third less of 15 orders is five: chance; of 300 it is none.
    const chance = (month: number, mean: number) =>
      mean + Math.sqrt(mean) * (noise[(month * 5) % noise.length] ?? 0);
    const few = (month: number) => chance(month, month % 12 === 0 ? 15 : 300);
    expect(idsOf(monthly({ orders: months(37, few, 0.67) }))).toEqual([]);
    expect(idsOf(monthly({ orders: months(37, (month) => chance(month, 300), 0.67) }))).toEqual([
      "change/orders",
    ]);
  });

  test("should take steady growth for no news", () => {
    expect(idsOf(monthly({ orders: months(36, (month) => 100 * 1.05 ** month) }))).toEqual([]);
    expect(idsOf(monthly({ orders: months(12, (month) => 100 * 1.05 ** month) }))).toEqual([]);
  });

  test("should look at orders and average order, surest first; revenue and customers follow from them", () => {
    const moved = months(20, () => 100, 3);
    const less = months(20, () => 100, 1.6);
    expect(idsOf(monthly({ revenue: moved, customers: moved, averageRating: moved }))).toEqual([]);
    expect(idsOf(monthly({ orders: less, averageOrder: moved }))).toEqual([
      "change/averageOrder",
      "change/orders",
    ]);
  });

  test("should take orders a day: February is no news", () => {
    const days = (month: number) => new Date(Date.UTC(2023, month + 1, 0)).getUTCDate();
    const comparison = monthly({ orders: Array.from({ length: 14 }, (_, month) => 100 * days(month)) });
    const periods = comparison.periods.map((period, month) => ({
      ...period,
      last: `${period.name}-${days(month)}`,
    }));
    expect(idsOf({ ...comparison, periods })).toEqual([]);
  });
});

describe("trendInsights", () => {
  test("should tell growth from year to year as a trend, and nothing of no growth", () => {
    const [told, ...others] = trends(monthly({ orders: months(36, (month) => 100 * 1.02 ** month) }));
    expect(others).toEqual([]);
    expect(told).toMatchObject({ id: "trend/orders", source: "trend" });
    expect(`${told?.lead} ${told?.rest}`).toBe(
      "Orders grow by 26% a year; a steady trend, no news of the last month.",
    );
    expect(trends(monthly({ orders: months(36, () => 100) }))).toEqual([]);
  });

  test("should know none from less than three years, or without dates", () => {
    expect(trends(monthly({ orders: months(35, (month) => 100 * 1.02 ** month) }))).toEqual([]);
    expect(trends(null)).toEqual([]);
  });
});
