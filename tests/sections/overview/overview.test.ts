import { describe, expect, test } from "vitest";
import { createFormatter } from "../../../src/report/format.ts";
import { headlineCards } from "../../../src/sections/overview/headlines.ts";
import {
  overviewHeadlines,
  overviewSubtitle,
  overviewTitle,
} from "../../../src/sections/overview/overview.ts";
import { ordersByMonth } from "../../charts/source.ts";
import { reportOf, snapshot, times } from "../../questions/open-rows.ts";

const format = createFormatter("en-US", "USD");

const orders = (customer: (row: number) => string) => ({
  header: ["Customer ID", "Order ID", "Amount"],
  rows: Array.from({ length: 12 }, (_, row) => [customer(row), `o${row}`, 10]),
});

describe("the overview", () => {
  test("should be titled by customers and revenue", async () => {
    const report = await reportOf(snapshot(["Amount"], times(6, [10])));
    expect(overviewTitle(report, format)).toBe("6 customers, $60");
  });

  test("should be titled by the verdict where there is a period before", async () => {
    const report = await reportOf(ordersByMonth(20, 20, 20, 30, 20, 40));
    // The days of the second quarter are not covered to its end.
    expect(report.sales?.change).toBeNull();
    const whole = ordersByMonth(20, 20, 20, 30, 20, 40);
    const edges = [
      ["c1", "first", "2024-01-01", 10],
      ["c2", "last", "2024-06-30", 10],
    ];
    const compared = await reportOf({ header: whole.header, rows: [...whole.rows, ...edges] });
    expect(overviewTitle(compared, format)).toBe(
      "Apr to Jun 2024 brought $910, 49% more than Jan to Mar 2024",
    );
    expect(overviewSubtitle(compared, format)).toBe("49% more orders, baskets of the same size.");
    expect(
      headlineCards(compared, format).map(({ definition, written, change }) => [
        definition.name,
        written,
        change?.told,
      ]),
    ).toEqual([
      ["Revenue", "$910.00", "▲ 49%"],
      ["Orders", "91", "▲ 49%"],
      ["Customers", "10", ""],
      ["Average order", "$10.00", ""],
    ]);
  });

  test("should count no customers where all buyers are guests", async () => {
    const report = await reportOf(orders(() => ""));
    expect(overviewTitle(report, format)).toBe("12 orders, $120");
    expect(overviewHeadlines(report).map(({ metric }) => metric)).not.toContain("customers");
  });

  test("should lead with at most five numbers, the average order instead of the average line", async () => {
    const found = overviewHeadlines(await reportOf(orders((row) => `c${row % 6}`)));
    expect(found.map(({ metric }) => metric)).toEqual([
      "customers",
      "revenue",
      "averageOrder",
      "orders",
      "repeatShare",
    ]);
  });
});
