import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { z } from "zod";
import { productClasses, productSales, returnLines } from "../../src/questions/product-sales.ts";
import { products } from "../../src/questions/products.ts";
import { realDataset } from "../support/real-data.ts";

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
  const classes = [...productClasses(sales, (one, other) => one - other).values()];
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
