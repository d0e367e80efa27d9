import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Features, features } from "../../../../src/sections/segments/question/features.ts";
import { ask, type Cell, type Table } from "../../../questions/open-rows.ts";

const orderHeader = ["Customer ID", "Order ID", "Date", "Quantity", "Unit Price"];
const statedHeader = ["Customer ID", "Frequency of Purchases", "Previous Purchases", "Amount"];

const featuresOf = (header: readonly string[], rows: Table["rows"]): Promise<Features | null> =>
  ask({ header, rows }, ({ store }) => features(store));

/** Recency, frequency, monetary, in the order of the features. */
function rowsOf(found: Features | null): number[][] {
  return Array.from(found?.customers ?? [], (_, index) => [
    found?.recency[index] ?? Number.NaN,
    found?.frequency[index] ?? Number.NaN,
    found?.monetary[index] ?? Number.NaN,
  ]);
}

describe("features of order lines", () => {
  test("should count days from the last order to the day after the last day, orders, and revenue", async () => {
    const found = await featuresOf(orderHeader, [
      ["ann", "1", "2024-03-01", 2, 5],
      ["ann", "1", "2024-03-01", 1, 7.5],
      ["ann", "2", "2024-03-09", 1, 20],
      ["bob", "3", "2024-02-29", 1, 3],
      ["cem", "4", "2024-03-10", 4, 2],
    ]);
    expect(found?.basis).toBe("orders");
    expect(found?.withoutValue).toBe(0);
    // The day after March 10 is March 11; February 29 lies eleven days before it.
    expect(rowsOf(found)).toEqual([
      [1, 1, 8],
      [2, 2, 37.5],
      [11, 1, 3],
    ]);
  });

  test("should keep each customer's id with his values", async () => {
    const table = {
      header: orderHeader,
      rows: [
        ["ann", "1", "2024-03-01", 1, 5],
        ["bob", "2", "2024-03-10", 1, 3],
      ],
    };
    const revenues = await ask(table, async ({ store }) => {
      const lines = await store.lines();
      const found = await features(store);
      return Array.from(found?.customers ?? [], (id, index) => [
        lines.amount[lines.customer.indexOf(id)],
        found?.monetary[index],
      ]);
    });
    expect(revenues).toEqual([
      [3, 3],
      [5, 5],
    ]);
  });

  test("should count the last day of guests, but no guest", async () => {
    const found = await featuresOf(orderHeader, [
      ["ann", "1", "2024-03-01", 1, 5],
      ["", "2", "2024-03-10", 1, 500],
    ]);
    expect(rowsOf(found)).toEqual([[10, 1, 5]]);
    expect(found?.withoutValue).toBe(0);
  });

  test("should leave returns out of recency, frequency, revenue and the last day", async () => {
    const found = await featuresOf(orderHeader, [
      ["ann", "1", "2024-03-01", 1, 5],
      ["ann", "2", "2024-03-05", -1, 5],
      ["bob", "3", "2024-03-03", 1, 9],
      ["cem", "4", "2024-03-20", -2, 9],
    ]);
    // cem only returned: no customer with a purchase.
    expect(rowsOf(found)).toEqual([
      [1, 1, 9],
      [3, 1, 5],
    ]);
  });

  test("should take the orders of a day where there are no order numbers", async () => {
    const found = await featuresOf(
      ["Customer ID", "Date", "Amount"],
      [
        ["ann", "2024-03-01", 5],
        ["ann", "2024-03-01", 6],
        ["ann", "2024-03-04", 7],
      ],
    );
    expect(rowsOf(found)).toEqual([[1, 2, 18]]);
  });

  test("should take an order of several days for one, its last day for the latest", async () => {
    const found = await featuresOf(orderHeader, [
      ["ann", "1", "2024-03-01", 1, 5],
      ["ann", "1", "2024-03-03", 1, 5],
      ["bob", "2", "2024-03-09", 1, 5],
    ]);
    expect(rowsOf(found)).toEqual([
      [1, 1, 5],
      [7, 1, 10],
    ]);
  });

  test("should be null without dates, or with guests only", async () => {
    expect(await featuresOf(["Customer ID", "Order ID", "Amount"], [["ann", "1", 5]])).toBeNull();
    expect(await featuresOf(orderHeader, [["", "1", "2024-03-01", 1, 5]])).toBeNull();
  });

  test("should agree with a plain count of arbitrary order lines, in whatever order they come", async () => {
    const lines = fc.array(
      fc.record({
        customer: fc.integer({ min: 0, max: 6 }),
        order: fc.integer({ min: 1, max: 4 }),
        cents: fc.integer({ min: 1, max: 9_999 }),
        quantity: fc.integer({ min: 1, max: 3 }),
      }),
      { minLength: 1, maxLength: 30 },
    );
    await fc.assert(
      fc.asyncProperty(lines, async (some) => {
        const dayOf = (customer: number, order: number) => ((customer * 5 + order * 7) % 28) + 1;
        const rows = some.map(({ customer, order, cents, quantity }): Cell[] => [
          customer === 0 ? "" : `c${customer}`,
          `o${customer}-${order}`,
          `2024-02-${String(dayOf(customer, order)).padStart(2, "0")}`,
          quantity,
          cents / 100,
        ]);
        const end = Math.max(...some.map(({ customer, order }) => dayOf(customer, order))) + 1;
        const expected = [...new Set(some.map(({ customer }) => customer))].flatMap((customer) => {
          if (customer === 0) return [];
          const own = some.filter((line) => line.customer === customer);
          return [
            [
              end - Math.max(...own.map(({ order }) => dayOf(customer, order))),
              new Set(own.map(({ order }) => order)).size,
              own.reduce((all, { cents, quantity }) => all + cents * quantity, 0) / 100,
            ],
          ];
        });
        expected.sort(([a = 0, b = 0, c = 0], [x = 0, y = 0, z = 0]) => a - x || b - y || c - z);
        for (const order of [rows, [...rows].reverse()]) {
          expect(rowsOf(await featuresOf(orderHeader, order))).toEqual(expected);
        }
      }),
      { numRuns: 25 },
    );
  });
});

describe("features of a snapshot", () => {
  test("should take the days of the stated frequency, previous purchases and the amount", async () => {
    const found = await featuresOf(statedHeader, [
      ["1", "Weekly", 14, 53],
      ["2", "bi-weekly", 2, 64],
      ["3", "Fortnightly", 2, 65],
      ["4", "Monthly", 3, 20.5],
      ["5", "Quarterly", 4, 30],
      ["6", "Every 3 Months", 5, 30],
      ["7", "Annually", 6, 30],
    ]);
    expect(found?.basis).toBe("stated");
    expect(rowsOf(found)).toEqual([
      [7, 14, 53],
      [14, 2, 64],
      [14, 2, 65],
      [30, 3, 20.5],
      [90, 4, 30],
      [90, 5, 30],
      [365, 6, 30],
    ]);
  });

  test("should leave out and count customers who lack one of the three", async () => {
    const found = await featuresOf(statedHeader, [
      ["1", "Weekly", 14, 53],
      ["2", "When it rains", 2, 64],
      ["3", "", 2, 65],
      ["4", "Monthly", "", 20],
      ["5", "Monthly", 1, 20],
    ]);
    expect(rowsOf(found)).toEqual([
      [7, 14, 53],
      [30, 1, 20],
    ]);
    expect(found?.withoutValue).toBe(3);
  });

  test("should say on the Data page which words are unknown", async () => {
    const rows = Array.from({ length: 12 }, (_, index): Cell[] => [
      `c${index}`,
      index < 6 ? "Daily" : index === 6 ? "at full moon" : "Weekly",
      3,
      10 + index,
    ]);
    const { findings, found } = await ask({ header: statedHeader, rows }, async (dataset) => ({
      findings: dataset.findings.filter(({ kind }) => kind === "purchaseFrequency-unknown"),
      found: await features(dataset.store),
    }));
    expect(found?.customers).toHaveLength(5);
    expect(found?.withoutValue).toBe(7);
    expect(findings).toMatchObject([{ severity: "note", count: 7 }]);
  });

  test.each([
    ["a frequency", ["Customer ID", "Previous Purchases", "Amount"], ["1", 3, 10]],
    ["previous purchases", ["Customer ID", "Frequency of Purchases", "Amount"], ["1", "Weekly", 10]],
    ["known words for the frequency", statedHeader, ["1", "Now and then", 3, 10]],
  ])("should be null without %s", async (_, header, row) => {
    expect(await featuresOf(header, [row])).toBeNull();
  });
});
