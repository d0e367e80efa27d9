import { beforeAll, describe, expect, test } from "vitest";
import { changeInsights } from "../../../src/edition/insights/change-insights.ts";
import { createFormatter } from "../../../src/report/format.ts";
import type { Report } from "../../../src/report/report.ts";
import type { Comparison } from "../../../src/sections/overview/comparison.ts";
import { reportOf, snapshot, times } from "../../questions/open-rows.ts";
import { monthly } from "../../sections/overview/some-comparison.ts";

const format = createFormatter("en-US", "USD");

let plain: Report;
beforeAll(async () => {
  plain = await reportOf(snapshot(["Amount"], times(6, [10])));
});

const found = (comparison: Comparison | null) => changeInsights({ ...plain, comparison }, format);
const idsOf = (comparison: Comparison | null) => found(comparison).map(({ id }) => id);

/** Seven months that go up and down by 10%, and an eighth. */
const calm = [100, 110, 100, 110, 100, 110, 100];
/** Twelve such months and a thirteenth. */
const calmYear = [...calm, 110, 100, 110, 100, 110];

describe("changeInsights", () => {
  test("should say nothing without periods to compare, or without a value to compare", () => {
    expect(idsOf(null)).toEqual([]);
    expect(idsOf(monthly({ revenue: [...calm, null] }))).toEqual([]);
  });

  test("should tell a month that moved more than three times what is usual, and none that moved less", () => {
    // The usual movement is log(1.1); three times that is a factor of 1.1³ = 1.331.
    expect(idsOf(monthly({ revenue: [...calm, 134] }))).toEqual(["change/revenue"]);
    expect(idsOf(monthly({ revenue: [...calm, 133] }))).toEqual([]);
    expect(idsOf(monthly({ revenue: [...calm, 75] }))).toEqual(["change/revenue"]);
    expect(idsOf(monthly({ revenue: [...calm, 76] }))).toEqual([]);
  });

  test("should not tell a movement below 5%, however unusual", () => {
    const still = Array<number>(7).fill(100);
    expect(idsOf(monthly({ revenue: [...still, 104] }))).toEqual([]);
    expect(idsOf(monthly({ revenue: [...still, 106] }))).toEqual(["change/revenue"]);
  });

  test("should not know what is usual from fewer than five movements", () => {
    expect(idsOf(monthly({ revenue: [...calm.slice(0, 6), 300] }))).toEqual(["change/revenue"]);
    expect(idsOf(monthly({ revenue: [...calm.slice(0, 5), 300] }))).toEqual([]);
    // A month that is withheld or nothing takes two movements away.
    expect(idsOf(monthly({ revenue: [100, null, 100, 110, 100, 110, 300] }))).toEqual([]);
    expect(idsOf(monthly({ revenue: [100, 0, 100, 110, 100, 110, 300] }))).toEqual([]);
  });

  test("should tell a month that is usual beside the one before and not beside the year before", () => {
    const values = [50, ...calmYear.slice(1), 110];
    const [told] = found(monthly({ revenue: values }));
    expect(`${told?.lead} ${told?.rest}`).toBe(
      "Revenue was $110 in Jan 2024: the same as in Dec 2023 and 120% more than in Jan 2023.",
    );
    expect(idsOf(monthly({ revenue: [...calmYear, 110] }))).toEqual([]);
  });

  test("should not hold against a month of nothing", () => {
    expect(idsOf(monthly({ revenue: [...calm, 110, 0, 300] }))).toEqual([]);
  });

  test("should take the first of revenue, orders, customers and average order that moved", () => {
    const moved = [...calm, 300];
    const usual = [...calm, 110];
    expect(idsOf(monthly({ averageOrder: moved, customers: moved, orders: moved, revenue: moved }))).toEqual([
      "change/revenue",
    ]);
    expect(idsOf(monthly({ revenue: usual, orders: moved, customers: moved }))).toEqual(["change/orders"]);
    expect(idsOf(monthly({ revenue: usual, customers: moved }))).toEqual(["change/customers"]);
    expect(idsOf(monthly({ averageOrder: moved }))).toEqual(["change/averageOrder"]);
    // Ratings are compared beneath their number, and no news.
    expect(idsOf(monthly({ averageRating: moved }))).toEqual([]);
  });

  test("should lead to the chart of months for revenue, to the headlines for the others", () => {
    const moved = [...calm, 300];
    expect(found(monthly({ revenue: moved })).map(({ link }) => link.path)).toEqual(["#revenue-by-month"]);
    expect(found(monthly({ orders: moved })).map(({ link }) => link.path)).toEqual(["#headlines"]);
  });

  test("should count more the larger the movement, at most 1", () => {
    const strength = (last: number) => found(monthly({ revenue: [...calm, last] }))[0]?.strength;
    expect(strength(150)).toBeCloseTo(0.75);
    expect(strength(5000)).toBe(1);
  });
});
