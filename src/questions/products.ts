import { z } from "zod";
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
  return {
    ...withGuests(all, missing, guestsBy(product, lines, persons)),
    several: await severalGroups(store, "product", all, lines, persons),
    within: singleValue(product, lines.traits.get("category")),
  };
}

/** The one value of another column that all lines of an id have; null where they have several or none. */
function singleValue(ids: Int32Array, others: Int32Array | undefined): (id: number) => number | null {
  const found = new Map<number, number | null>();
  others?.forEach((other, line) => {
    const id = ids[line] ?? 0;
    const before = found.get(id);
    if (before === undefined) found.set(id, other === 0 ? null : other);
    else if (before !== other) found.set(id, null);
  });
  return (id) => found.get(id) ?? null;
}
