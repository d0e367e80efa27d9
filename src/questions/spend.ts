import { type Bin, roundBins } from "../statistics/describe/round-bins.ts";
import type { Store } from "../store/store.ts";
import type { PersonsValues } from "./persons.ts";

/** The amount of each order. */
export const orderAmountQuery = "SELECT revenue AS value, customer_id FROM orders";
/** The amount of each purchase. */
export const purchaseAmountQuery = "SELECT amount AS value, customer_id FROM transactions";
/** Each rating that was given. */
export const ratingQuery = `SELECT rating AS value, customer_id FROM transactions
WHERE rating IS NOT NULL AND EXISTS (SELECT 1 FROM rating_totals)`;
/** How many purchases each customer had made before. */
export const previousPurchasesQuery = `SELECT previous_purchases AS value, customer_id FROM customers
WHERE previous_purchases IS NOT NULL`;

/** Amounts of orders, or of purchases where there are no orders, and counts in round bins. */
export async function spend(
  store: Store,
): Promise<{ of: "order" | "purchase"; amounts: PersonsValues; bins: Bin[] } | null> {
  const orders = await valuesOf(store, orderAmountQuery);
  const of = orders.values.length > 0 ? "order" : "purchase";
  const amounts = of === "order" ? orders : await valuesOf(store, purchaseAmountQuery);
  if (amounts.values.length === 0) return null;
  return { of, amounts, bins: roundBins(amounts.values) };
}

/**
 * Ratings, and counts by whole or, where ratings have decimals, half points, by tenths of scales to 10 and 100; null
 * without ratings.
 */
export async function ratings(store: Store): Promise<{ given: PersonsValues; bins: Bin[] } | null> {
  const given = await valuesOf(store, ratingQuery);
  if (given.values.length === 0) return null;
  const highest = given.values.reduce((high, value) => Math.max(high, value), 0);
  const scale = highest <= 5 ? 5 : highest <= 10 ? 10 : 100;
  const width = scale === 5 ? (given.values.every(Number.isInteger) ? 1 : 0.5) : scale / 10;
  // The first bin is that of the rating 0 alone.
  const counts = Array.from(
    { length: scale / width + 1 },
    (_, index): Bin => ({ from: (index - 1) * width, to: index * width, count: 0 }),
  );
  for (const rating of given.values) {
    const bin = counts[Math.ceil(rating / width)];
    if (bin !== undefined) bin.count += 1;
  }
  const first = counts.findIndex(({ count }) => count > 0);
  return { given, bins: counts.slice(first) };
}

/** Purchases that a customer made before, by the customer's own record; none where the data do not say. */
export async function previousPurchases(store: Store): Promise<PersonsValues> {
  return valuesOf(store, previousPurchasesQuery);
}

async function valuesOf(store: Store, sql: string): Promise<PersonsValues> {
  const [values = new Float64Array(0), persons = values] = await store.columns(sql);
  return { values, persons };
}
