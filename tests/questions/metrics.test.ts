import { describe, expect, test } from "vitest";
import { type MetricId, measure, metricIds } from "../../src/questions/metrics.ts";
import { ask, snapshot, type Table } from "./open-rows.ts";

async function measured(table: Table): Promise<Partial<Record<MetricId, number>>> {
  return ask(table, async ({ store }) => {
    const found: Partial<Record<MetricId, number>> = {};
    for (const id of metricIds) {
      const value = await measure(store, id);
      if (value !== null) found[id] = value;
    }
    return found;
  });
}

describe("measure", () => {
  test("should give the numbers of a small set of order lines", async () => {
    const header = [
      "Customer ID",
      "Order ID",
      "Order Date",
      "Product",
      "Quantity",
      "Unit Price",
      "Rating",
      "Location",
    ];
    const rows = [
      ["ann", 1, "2024-01-05", "Cup", 2, 5, 4, "Rome"],
      ["ann", 1, "2024-01-05", "Pot", 1, 20, "", "Rome"],
      ["ann", 2, "2024-02-01", "Cup", 1, 5, 5, "Oslo"],
      ["bob", 3, "2024-02-02", "Cup", 3, 5, 3, "Rome"],
      ["", 4, "2024-02-03", "Pan", 1, 30, "", ""],
      ["bob", 5, "2024-02-04", "Cup", -1, 5, "", "Rome"],
      ["bob", 6, "2024-02-04", "Cup", 1, 0, "", "Rome"],
    ];
    expect(await measured({ header, rows })).toEqual({
      customers: 2,
      orders: 4,
      transactions: 5,
      revenue: 80,
      grossSales: 80,
      netSales: 75,
      averagePurchase: 16,
      averageOrder: 20,
      averageRating: 4,
      repeatShare: 0.5,
      products: 3,
      locations: 2,
      returns: 1,
      returnsValue: -5,
      guestShare: 0.2,
    });
  });

  test("should give the numbers of a small snapshot", async () => {
    const table = snapshot(
      ["Purchase Amount", "Age", "Previous Purchases", "Subscription Status"],
      [
        [10, 20, 0, "Yes"],
        [30, 40, 9, "No"],
        [20, "", "", ""],
        [40, 30, 3, "yes"],
      ],
    );
    expect(await measured(table)).toEqual({
      customers: 4,
      transactions: 4,
      revenue: 100,
      averagePurchase: 25,
      averagePreviousPurchases: 4,
      subscribers: 2,
      subscriberShare: 2 / 3,
      averageAge: 30,
    });
  });

  test("should count as one order what a customer without order numbers buys on a day", async () => {
    const header = ["Customer ID", "Date", "Amount"];
    const rows = [
      ["a", "2024-01-01", 1],
      ["a", "2024-01-01", 2],
      ["a", "2024-01-02", 3],
      ["b", "2024-01-01", 4],
      ["", "2024-01-01", 5],
      ["", "2024-01-01", 6],
    ];
    expect(await measured({ header, rows })).toMatchObject({
      orders: 5,
      customers: 2,
      averageOrder: 21 / 5,
      repeatShare: 0.5,
    });
  });

  test("should not turn a cancelled line without a price into a negative zero", async () => {
    const header = ["Customer ID", "Order ID", "Amount", "Status"];
    const found = await measured({
      header,
      rows: [
        ["a", 1, 5, "paid"],
        ["a", 2, 0, "refunded"],
      ],
    });
    expect(found.returns).toBe(1);
    expect(Object.is(found.returnsValue, -0)).toBe(false);
  });
});
