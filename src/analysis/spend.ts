import { z } from "zod";
import type { Database } from "../dataset/database.ts";
import { type Bin, mergeSmallBins, roundBins } from "../statistics/round-bins.ts";
import { type Summary, summarize } from "../statistics/summarize.ts";

const tallyRow = z.object({ value: z.number(), times: z.number() });

/** How often each amount of an order occurs. */
export const orderAmountQuery = "SELECT revenue AS value, COUNT(*) AS times FROM orders GROUP BY revenue";
/** How often each amount of a purchase occurs. */
export const purchaseAmountQuery =
  "SELECT amount AS value, COUNT(*) AS times FROM transactions GROUP BY amount";
/** How often each rating was given. */
export const ratingQuery = "SELECT rating AS value, purchases AS times FROM rating_totals";
/** How many customers had made so many purchases before. */
export const previousPurchasesQuery = `SELECT previous_purchases AS value, COUNT(*) AS times FROM customers
WHERE previous_purchases IS NOT NULL GROUP BY previous_purchases`;

/** Amounts of orders, or of purchases where there are no orders: summary and counts in round bins. */
export function spend(
  database: Database,
  minimum: number,
): { of: "order" | "purchase"; summary: Summary; bins: Bin[] } | null {
  const orders = values(database, orderAmountQuery);
  const of = orders.length > 0 ? "order" : "purchase";
  const amounts = of === "order" ? orders : values(database, purchaseAmountQuery);
  const summary = summarize(amounts);
  return summary === null ? null : { of, summary, bins: mergeSmallBins(roundBins(amounts), minimum) };
}

/** Ratings: summary and counts by whole or, where ratings have decimals, half points; null without ratings. */
export function ratings(database: Database, minimum: number): { summary: Summary; bins: Bin[] } | null {
  const given = values(database, ratingQuery);
  const summary = summarize(given);
  if (summary === null) return null;
  const width = given.every(Number.isInteger) ? 1 : 0.5;
  // The first bin is that of the rating 0 alone.
  const counts = Array.from(
    { length: 5 / width + 1 },
    (_, index): Bin => ({ from: (index - 1) * width, to: index * width, count: 0 }),
  );
  for (const rating of given) {
    const bin = counts[Math.ceil(rating / width)];
    if (bin !== undefined) bin.count += 1;
  }
  const first = counts.findIndex(({ count }) => count > 0);
  return { summary, bins: mergeSmallBins(counts.slice(first), minimum) };
}

/** Purchases that a customer made before, by the customer's own record; null where the data do not say. */
export function previousPurchases(database: Database): Summary | null {
  return summarize(values(database, previousPurchasesQuery));
}

/** Each value as often as it occurs; asked as counts, because few rows come out of the database fast. */
function values(database: Database, sql: string): number[] {
  return database
    .query(sql, tallyRow)
    .flatMap(({ value, times }) => (times === 1 ? value : Array<number>(times).fill(value)));
}
