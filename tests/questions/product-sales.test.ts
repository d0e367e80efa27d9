import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { productClasses, productSales, returnLines } from "../../src/questions/product-sales.ts";
import { products } from "../../src/questions/products.ts";
import { realDataset } from "../support/real-data.ts";
import { ask } from "./open-rows.ts";

const byId = (one: number, other: number) => one - other;

describe("productSales", () => {
  test("should add up items and money of a product, and of what came back", async () => {
    const header = ["Order ID", "Customer ID", "Date", "SKU", "Quantity", "Price"];
    const rows = [
      ["1", "a", "2024-01-02", "A1", 3, 2],
      ["2", "b", "2024-01-03", "A1", 1, 2.5],
      ["3", "c", "2024-02-04", "A1", -2, 2],
      ["4", "c", "2024-02-05", "B2", -1, 4],
    ];
    const found = await ask({ header, rows }, async ({ store }) => {
      const codes = new Map((await products(store)).map(({ id, code }) => [id, code]));
      return productSales(await store.lines(), await returnLines(store)).map(({ id, ...sales }) => ({
        code: codes.get(id) ?? "not bought",
        ...sales,
      }));
    });
    expect(found.sort((a, b) => b.revenue - a.revenue)).toEqual([
      { code: "A1", revenue: 8.5, units: 4, returned: -4, returnedUnits: -2 },
      { code: "not bought", revenue: 0, units: 0, returned: -4, returnedUnits: -1 },
    ]);
  });
});

describe("productClasses", () => {
  test("should put the product that crosses a limit into the class that it starts in", () => {
    const classes = productClasses(
      [79, 10, 7, 4, 0].map((revenue, id) => ({ id, revenue })),
      byId,
    );
    expect([...classes]).toEqual([
      [0, "A"],
      [1, "A"],
      [2, "B"],
      [3, "C"],
    ]);
  });
});

const golden = fileURLToPath(new URL("../../../shared/golden/online-retail-time.json", import.meta.url));
const goldenFile = z.object({
  abc: z.record(z.string(), z.number()),
  products: z.record(
    z.string(),
    z.object({
      revenue: z.number(),
      quantity: z.number(),
      returns: z.number(),
      returned_quantity: z.number(),
    }),
  ),
});

test("online_retail: classes and returns by product are those of another program", async ({ skip }) => {
  const { store } = await realDataset("online_retail.csv.gz", { skip }, { reversals: "keep" });
  if (!existsSync(golden)) skip(`${golden} is not there`);
  const wanted = goldenFile.parse(JSON.parse(readFileSync(golden, "utf8")));
  const all = await products(store);
  const idOf = new Map(all.map(({ id, code }) => [code, id]));
  const sales = productSales(await store.lines(), await returnLines(store));
  const found = new Map(sales.map((each) => [each.id, each]));
  const classes = [...productClasses(sales, byId).values()];
  expect(
    Object.fromEntries(["A", "B", "C"].map((name) => [name, classes.filter((each) => each === name).length])),
  ).toEqual(wanted.abc);
  expect(Object.keys(wanted.products)).toHaveLength(20);
  for (const [code, { revenue, quantity, returns, returned_quantity }] of Object.entries(wanted.products)) {
    const own = found.get(idOf.get(code) ?? 0);
    expect({ code, units: own?.units, returnedUnits: own?.returnedUnits }).toEqual({
      code,
      units: quantity,
      returnedUnits: returned_quantity,
    });
    expect(own?.revenue).toBeCloseTo(revenue, 3);
    expect(own?.returned).toBeCloseTo(returns, 3);
  }
});
