import { z } from "zod";
import type { Database } from "../dataset/database.ts";
import { type Bin, mergeSmallBins, roundBins } from "../statistics/round-bins.ts";
import { type Summary, summarize } from "../statistics/summarize.ts";

const valueRow = z.object({ value: z.number() });
const ratingRow = z.object({ value: z.number(), purchases: z.number() });

/** Amounts of orders, or of purchases where there are no orders: summary and counts in round bins. */
export function spend(
  database: Database,
  minimum: number,
): { of: "order" | "purchase"; summary: Summary; bins: Bin[] } | null {
  const orders = values(database, "SELECT revenue AS value FROM orders");
  const of = orders.length > 0 ? "order" : "purchase";
  const amounts = of === "order" ? orders : values(database, "SELECT amount AS value FROM transactions");
  const summary = summarize(amounts);
  return summary === null ? null : { of, summary, bins: mergeSmallBins(roundBins(amounts), minimum) };
}

/** Ratings: summary and counts by whole or, where ratings have decimals, half points; null without ratings. */
export function ratings(database: Database, minimum: number): { summary: Summary; bins: Bin[] } | null {
  const given = database
    .query("SELECT rating AS value, purchases FROM rating_totals", ratingRow)
    .flatMap(({ value, purchases }) => Array<number>(purchases).fill(value));
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
  return summarize(
    values(
      database,
      "SELECT previous_purchases AS value FROM customers WHERE previous_purchases IS NOT NULL",
    ),
  );
}

function values(database: Database, sql: string): number[] {
  return database.query(sql, valueRow).map(({ value }) => value);
}
