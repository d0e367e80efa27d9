import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { totalsDefinitions } from "../../../src/store/schema.ts";
import { ask, datasetOf } from "../../support/dataset.ts";

const cell = {
  order: fc.constantFrom("1", "2", "3", "4"),
  customer: fc.constantFrom("", "ann", "ben", "eve"),
  product: fc.constantFrom("", "Hat", "Shoe", "Coat"),
  day: fc.constantFrom("2024-01-01", "2024-02-29", "2025-12-31"),
  amount: fc.integer({ min: 1, max: 99_999 }).map((cents) => (cents / 100).toFixed(2)),
  location: fc.constantFrom("", "Oslo", "Rome"),
  rating: fc.constantFrom("", "1", "3.5", "5"),
};
const lines = fc.array(fc.record(cell), { minLength: 1, maxLength: 40 });

function csv(rows: readonly Record<keyof typeof cell, string>[]): string {
  const body = rows.map((row) => Object.values(row).join(","));
  return `${["Order ID,Customer ID,Product,Order Date,Amount,Location,Rating", ...body].join("\n")}\n`;
}

const byText = (rows: readonly object[]) => rows.map((row) => JSON.stringify(row)).sort();

describe("the tables of totals", () => {
  test.each(Object.entries(totalsDefinitions))(
    "should hold in %s what their SQL gives",
    async (name, sql) => {
      await fc.assert(
        fc.asyncProperty(lines, async (rows) => {
          const dataset = await datasetOf(csv(rows), { privacy: { minimumGroup: 2 } });
          const where = name === "trait_totals" ? " WHERE field = 'location'" : "";
          const rounded = (found: Awaited<ReturnType<typeof ask>>) =>
            found.map((row) => ({
              ...row,
              ...("revenue" in row ? { revenue: Number(row["revenue"]).toFixed(6) } : {}),
            }));
          const held = rounded(await ask(dataset, `SELECT * FROM ${name}${where}`));
          const defined = rounded(await ask(dataset, sql));
          await dataset.store.close();
          expect(byText(held)).toEqual(byText(defined));
        }),
        { numRuns: 40 },
      );
    },
  );

  test("should hold each customer of each small group once", async () => {
    await fc.assert(
      fc.asyncProperty(lines, async (rows) => {
        const dataset = await datasetOf(csv(rows));
        const held = await ask(
          dataset,
          "SELECT group_id, customer_id FROM small_groups WHERE field = 'product'",
        );
        const defined = await ask(
          dataset,
          "SELECT DISTINCT product_id AS group_id, customer_id FROM transactions WHERE product_id IS NOT NULL AND customer_id IS NOT NULL",
        );
        await dataset.store.close();
        expect(byText(held)).toEqual(byText(defined));
      }),
      { numRuns: 40 },
    );
  });
});

describe("an order number that several customers share", () => {
  test("should be an order of each", async () => {
    const dataset = await datasetOf("Order ID,Customer ID,Amount\n1,ann,5\n1,ben,7\n1,ann,1\n");
    expect(await ask(dataset, "SELECT purchases, revenue FROM orders ORDER BY revenue")).toEqual([
      { purchases: 2, revenue: 6 },
      { purchases: 1, revenue: 7 },
    ]);
  });
});

describe("a trait of several columns", () => {
  test("should take the country where the location is empty", async () => {
    const dataset = await datasetOf("Customer ID,Amount,State,Country\n1,5,,Norway\n2,5,Oslo,Norway\n");
    expect(
      await ask(dataset, "SELECT value FROM traits WHERE field = 'location' ORDER BY value"),
    ).toContainEqual({
      value: "Norway",
    });
    expect(
      await ask(dataset, "SELECT COUNT(*) AS n FROM transactions WHERE location_id IS NOT NULL"),
    ).toEqual([{ n: 2 }]);
  });

  test("should not say of a file without a column of codes that no code was used", async () => {
    const dataset = await datasetOf([
      "Customer ID,Amount,Discount code\n1,5,XMAS\n2,5,\n",
      "Customer ID,Amount\n3,5\n",
    ]);
    expect(await ask(dataset, "SELECT COUNT(*) AS n FROM transactions WHERE promo_code_id IS NULL")).toEqual([
      { n: 1 },
    ]);
  });
});
