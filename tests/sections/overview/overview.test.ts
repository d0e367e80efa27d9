import { describe, expect, test } from "vitest";
import { createFormatter } from "../../../src/report/format.ts";
import { overviewHeadlines, overviewTitle } from "../../../src/sections/overview/overview.ts";
import { reportOf, snapshot, times } from "../../questions/open-rows.ts";

const format = createFormatter("en-US", "USD");

const orders = (customer: (row: number) => string) => ({
  header: ["Customer ID", "Order ID", "Amount"],
  rows: Array.from({ length: 12 }, (_, row) => [customer(row), `o${row}`, 10]),
});

describe("the overview", () => {
  test("should be titled by customers and revenue", async () => {
    const report = await reportOf(snapshot(["Amount"], times(6, [10])));
    expect(overviewTitle(report, format)).toBe("6 customers, $60 of revenue");
  });

  test("should count no customers where all buyers are guests", async () => {
    const report = await reportOf(orders(() => ""));
    expect(overviewTitle(report, format)).toBe("12 orders, $120 of revenue");
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
