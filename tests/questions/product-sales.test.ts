import { describe, expect, test } from "vitest";
import { productClasses, productSales, returnLines } from "../../src/questions/product-sales.ts";
import { products } from "../../src/questions/products.ts";
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
