import { describe, expect, test } from "vitest";
import { Gate } from "../../src/disclosure/gate.ts";
import { publishedMonths } from "../../src/disclosure/published-months.ts";
import { hasGap } from "../../src/report/month-gap.ts";

const gate = new Gate(5);

const month = (number: number, orders: number) => ({
  month: `2024-0${number}`,
  orders,
  buyers: orders,
  revenue: orders * 10,
  partial: false,
  season: null,
});

describe("publishedMonths", () => {
  test("should publish months of enough buyers, and those of none", () => {
    const months = [month(1, 5), month(2, 0), month(3, 9)];
    expect(publishedMonths(months, gate)).toEqual({
      months: months.map(({ buyers: _buyers, season: _season, ...rest }) => rest),
      monthsWithheld: [],
    });
  });

  test("should withhold months of too few buyers with the oldest of the others, and name them", () => {
    const found = publishedMonths([month(1, 9), month(2, 5), month(3, 1), month(4, 6)], gate);
    expect(found.months?.map((one) => one.month)).toEqual(["2024-02", "2024-04"]);
    expect(found.monthsWithheld).toEqual(["2024-01", "2024-03"]);
  });

  test("should withhold a month of many orders of few buyers", () => {
    const found = publishedMonths([month(1, 9), { ...month(2, 50), buyers: 2 }, month(3, 9)], gate);
    expect(found.monthsWithheld).toEqual(["2024-01", "2024-02"]);
  });

  test("should be null where no month can be published", () => {
    expect(publishedMonths([month(1, 4), month(2, 0)], gate)).toEqual({
      months: null,
      monthsWithheld: ["2024-01"],
    });
    expect(publishedMonths([], gate)).toEqual({ months: null, monthsWithheld: [] });
  });
});

describe("hasGap", () => {
  test("should tell a month withheld between others from one at an end", () => {
    expect(hasGap(publishedMonths([month(1, 4), month(2, 5), month(3, 6)], gate))).toBe(false);
    // The first goes with the last, and leaves no hole either.
    expect(hasGap(publishedMonths([month(1, 5), month(2, 5), month(3, 6), month(4, 1)], gate))).toBe(false);
    expect(
      hasGap(publishedMonths([month(1, 0), month(2, 6), month(3, 7), month(4, 4), month(5, 6)], gate)),
    ).toBe(true);
    expect(hasGap(publishedMonths([month(1, 1)], gate))).toBe(false);
  });
});
