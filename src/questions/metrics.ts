import { z } from "zod";
import type { Store } from "../store/store.ts";

/**
 * The question behind each headline number; its one value is the metric. Null or no row: the data do not support it.
 */
export const metricQueries = {
  customers: "SELECT NULLIF(COUNT(*), 0) AS value FROM customers",
  orders: "SELECT NULLIF(COUNT(*), 0) AS value FROM orders",
  transactions: "SELECT SUM(purchases) AS value FROM customer_totals",
  revenue: "SELECT SUM(revenue) AS value FROM customer_totals",
  grossSales: `SELECT CASE WHEN discounts + returned <> 0 THEN sold + discounts END AS value FROM (
  SELECT (SELECT SUM(amount) FROM transactions) + COALESCE((SELECT SUM(sold) FROM returns), 0) AS sold,
    COALESCE((SELECT SUM(discount_amount) FROM transactions), 0) + COALESCE((SELECT SUM(discount_amount) FROM returns), 0) AS discounts,
    COALESCE((SELECT -SUM(amount) FROM returns), 0) AS returned
) AS sales`,
  discounts: `SELECT NULLIF(-COALESCE((SELECT SUM(discount_amount) FROM transactions), 0) - COALESCE((SELECT SUM(discount_amount) FROM returns), 0), 0) AS value`,
  netSales: `SELECT CASE WHEN discounts + returned <> 0 THEN sold - returned END AS value FROM (
  SELECT (SELECT SUM(amount) FROM transactions) + COALESCE((SELECT SUM(sold) FROM returns), 0) AS sold,
    COALESCE((SELECT SUM(discount_amount) FROM transactions), 0) + COALESCE((SELECT SUM(discount_amount) FROM returns), 0) AS discounts,
    COALESCE((SELECT -SUM(amount) FROM returns), 0) AS returned
) AS sales`,
  averagePurchase: "SELECT SUM(revenue) / SUM(purchases) AS value FROM customer_totals",
  averageOrder: "SELECT SUM(revenue) / COUNT(*) AS value FROM orders",
  averageRating: "SELECT SUM(rating * purchases) / SUM(purchases) AS value FROM rating_totals",
  repeatShare: `SELECT 1.0 * SUM(CASE WHEN orders > 1 THEN 1 ELSE 0 END) / COUNT(*) AS value FROM (
  SELECT COUNT(*) AS orders FROM orders WHERE customer_id IS NOT NULL GROUP BY customer_id
) AS per_customer`,
  averagePreviousPurchases: "SELECT AVG(previous_purchases) AS value FROM customers",
  subscribers: `SELECT SUM(CASE WHEN traits.value = 'Yes' THEN 1 ELSE 0 END) AS value
FROM customers JOIN traits ON trait_id = subscription_id`,
  subscriberShare: `SELECT AVG(CASE WHEN traits.value = 'Yes' THEN 1.0 ELSE 0.0 END) AS value
FROM customers JOIN traits ON trait_id = subscription_id`,
  averageAge: "SELECT AVG(age) AS value FROM customers",
  products: "SELECT NULLIF(COUNT(*), 0) AS value FROM product_totals WHERE product_id IS NOT NULL",
  locations:
    "SELECT NULLIF(COUNT(*), 0) AS value FROM trait_totals WHERE field = 'location' AND trait_id IS NOT NULL",
  returns: "SELECT NULLIF(COUNT(*), 0) AS value FROM returns",
  returnsValue: "SELECT SUM(amount) AS value FROM returns",
  guestShare: `SELECT NULLIF(1.0 * SUM(CASE WHEN customer_id IS NULL THEN purchases ELSE 0 END) / SUM(purchases), 0) AS value
FROM customer_totals`,
} as const;

export type MetricId = keyof typeof metricQueries;

export const metricIds = Object.freeze(
  Object.keys(metricQueries).filter((id): id is MetricId => Object.hasOwn(metricQueries, id)),
);

const row = z.object({ value: z.number().nullable() });

/** The value of a metric, or null where the data do not support it. */
export async function measure(store: Store, id: MetricId): Promise<number | null> {
  return (await store.query(metricQueries[id], row))[0]?.value ?? null;
}
