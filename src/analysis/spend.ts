import { z } from "zod";
import type { Database } from "../dataset/database.ts";
import { type Bin, mergeSmallBins, roundBins } from "../statistics/round-bins.ts";
import { type Summary, summarize } from "../statistics/summarize.ts";

const valueRow = z.object({ value: z.number() });

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
  const given = values(database, "SELECT rating AS value FROM transactions WHERE rating IS NOT NULL");
  const summary = summarize(given);
  if (summary === null) return null;
  const width = given.every(Number.isInteger) ? 1 : 0.5;
  const counts = Array.from(
    { length: 5 / width },
    (_, index): Bin => ({ from: index * width, to: (index + 1) * width, count: 0 }),
  );
  for (const rating of given) {
    const bin = counts[Math.max(0, Math.ceil(rating / width) - 1)];
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
