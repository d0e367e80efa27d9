import { describe, expect, test } from "vitest";
import { revenueByMonth, spendDistribution } from "../../../../src/sections/overview/figures/sales.ts";
import { ordersByMonth, sourceOf, sourceOfTable } from "../../../charts/source.ts";

describe("revenueByMonth", () => {
  test("should mark months that are not covered whole", async () => {
    const spec = revenueByMonth(await sourceOfTable(ordersByMonth(6, 9, 7)));
    expect(spec).toMatchObject({
      labels: ["Jan 2024 (part)", "Feb 2024", "Mar 2024 (part)"],
      caption: "Best month: February 2024, with $90. Only partly in the data: January 2024 and March 2024.",
      series: [{ values: [60, 90, 70], notes: ["6 orders", "9 orders", "7 orders"] }],
    });
  });

  test("should leave a month of too few buyers out at an end, and say so", async () => {
    const spec = revenueByMonth(await sourceOfTable(ordersByMonth(6, 9, 7, 2)));
    // The oldest goes with it: else the whole less the others told it.
    expect(spec?.labels).toEqual(["Feb 2024", "Mar 2024"]);
    expect(spec?.caption).toContain(
      "Left out for fewer than 5 buyers, or so that these cannot be worked out: January 2024 and April 2024.",
    );
  });

  test("should be absent where such a month lies between others, and without dates", async () => {
    expect(revenueByMonth(await sourceOfTable(ordersByMonth(6, 7, 2, 9)))).toBeNull();
    expect(revenueByMonth(await sourceOf(["Amount"], [[1], [2]]))).toBeNull();
  });
});

describe("spendDistribution", () => {
  test("should have a label a bin and the median in words", async () => {
    const rows = Array.from({ length: 40 }, (_, row) => [row + 1]);
    const spec = spendDistribution(await sourceOf(["Amount"], rows));
    expect(spec?.labels).toHaveLength(spec?.series[0]?.values.length ?? 0);
    expect(spec?.series[0]?.values.reduce((all, value) => all + value, 0)).toBe(40);
    expect(spec?.caption).toBe("Half of purchases come to at most $20.50; the average is $20.50.");
  });

  test("should be absent where there is too little to spread", async () => {
    expect(spendDistribution(await sourceOf(["Amount"], [[1], [2]]))).toBeNull();
  });
});
