import { z } from "zod";
import { singleValues } from "../statistics/describe/single-value.ts";
import type { PurchaseLines } from "../store/purchase-lines.ts";
import type { Store } from "../store/store.ts";
import type { FieldGroups, GroupCounts } from "./groups.ts";
import { guestsBy, type LinePersons } from "./persons.ts";
import { severalGroups, withGuests } from "./traits.ts";

const productRow = z.object({
  id: z.number(),
  name: z.string(),
  code: z.string().nullable(),
  customers: z.number(),
  purchases: z.number(),
  revenue: z.number(),
});

const missingRow = z.object({ customers: z.number(), purchases: z.number(), revenue: z.number() });

export type ProductCounts = GroupCounts & { id: number; code: string | null };

/** Products with their counts. */
export const productQuery = `SELECT products.product_id AS id, name, code, customers, purchases, revenue
FROM product_totals JOIN products ON products.product_id = product_totals.product_id`;

/** Every product that was purchased, with its counts; products of purchases without a product are nobody's. */
export async function products(store: Store): Promise<ProductCounts[]> {
  return await store.query(productQuery, productRow);
}

/** The same products as groups, with the purchases that name none; null where none has a product. */
export async function groupByProduct(
  store: Store,
  all: readonly ProductCounts[],
  lines: PurchaseLines,
  persons: LinePersons,
): Promise<FieldGroups | null> {
  const { product } = lines;
  if (all.length === 0 || product === undefined) return null;
  const [missing = { customers: 0, purchases: 0, revenue: 0 }] = await store.query(
    "SELECT customers, purchases, revenue FROM product_totals WHERE product_id IS NULL",
    missingRow,
  );
  const categoryOf = singleValues(product, lines.traits.get("category"));
  return {
    ...withGuests(all, missing, guestsBy(product, lines, persons)),
    several: await severalGroups(store, "product", all, lines, persons),
    within: (id) => categoryOf.get(id) || null,
  };
}
