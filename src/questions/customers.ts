import { z } from "zod";
import type { Store } from "../store/store.ts";

const row = z.object({
  customer: z.number(),
  purchases: z.number(),
  revenue: z.number(),
  orders: z.number().nullable(),
  day: z.number().nullable(),
});

/**
 * What one customer bought: orders are null where the data have none, the day of the last one where it has no dates.
 */
export type CustomerTotals = z.infer<typeof row>;

/** The totals of every customer; days since 1970-01-01. Guests are none. */
export async function customerTotals(store: Store): Promise<CustomerTotals[]> {
  return await store.query(
    `SELECT customer_totals.customer_id AS customer, customer_totals.purchases AS purchases, customer_totals.revenue AS revenue,
  own.orders AS orders, own.day AS day
FROM customer_totals LEFT JOIN (
  SELECT customer_id, COUNT(*) AS orders, MAX(last_day) AS day FROM orders WHERE customer_id IS NOT NULL GROUP BY customer_id
) AS own ON own.customer_id = customer_totals.customer_id
WHERE customer_totals.customer_id IS NOT NULL`,
    row,
  );
}
