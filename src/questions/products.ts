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

const notGoods =
  /\b(?:postage|post|shipping|carriage|delivery|freight|fees?|charges?|commission|manual|adjust(?:ment)?s?|discounts?|vouchers?|gift ?cards?|samples?|donations?|tips?|bad debts?|deposit|surcharge|handling)\b/i;

/**
 * Products that look like postage, fees or corrections by their name, or by a code without a digit where
 * nearly all codes have digits. A guess for a person to confirm. Largest revenue first.
 */
export function likelyNotGoods(all: readonly ProductCounts[]): ProductCounts[] {
  const coded = all.filter(({ code }) => code !== null);
  const oddCodes = coded.filter(({ code }) => !/\d/.test(code ?? ""));
  const codesTell = coded.length > 20 && oddCodes.length < coded.length * 0.05;
  return all
    .filter((product) =>
      notGoods.test(nameOf(product))
        ? !/\bpost(?:er|card)/i.test(product.name) && suspicious(product)
        : codesTell && oddCodes.includes(product),
    )
    .sort((a, b) => b.revenue - a.revenue || (a.name < b.name ? -1 : 1));

  /** A name such as "gift card holder" belongs to goods where its code is like that of all others. */
  function suspicious({ code }: ProductCounts): boolean {
    return !codesTell || code === null || !/^\d{5}/.test(code);
  }
}

function nameOf({ name, code }: ProductCounts): string {
  return `${name} ${code ?? ""}`;
}
