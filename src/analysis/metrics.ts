import { z } from "zod";
import type { Database } from "../dataset/database.ts";

/** The question behind each headline number; its one value is the metric. Null or no row: the data do not support it. */
export const metricQueries = {
  customers: "SELECT COUNT(*) AS value FROM customers",
  orders: "SELECT NULLIF(COUNT(*), 0) AS value FROM orders",
  transactions: "SELECT COUNT(*) AS value FROM transactions",
  revenue: "SELECT SUM(amount) AS value FROM transactions",
  averagePurchase: "SELECT SUM(amount) / COUNT(*) AS value FROM transactions",
  averageOrder: "SELECT SUM(revenue) / COUNT(*) AS value FROM orders",
  averageRating: "SELECT AVG(rating) AS value FROM transactions",
  repeatShare: `SELECT 1.0 * SUM(CASE WHEN orders > 1 THEN 1 ELSE 0 END) / COUNT(*) AS value FROM (
  SELECT COUNT(*) AS orders FROM orders WHERE customer_id IS NOT NULL GROUP BY customer_id
) AS per_customer`,
  averagePreviousPurchases: "SELECT AVG(previous_purchases) AS value FROM customers",
  subscribers: `SELECT SUM(CASE WHEN traits.value = 'Yes' THEN 1 ELSE 0 END) AS value
FROM customers JOIN traits ON trait_id = subscription_id`,
  subscriberShare: `SELECT AVG(CASE WHEN traits.value = 'Yes' THEN 1.0 ELSE 0.0 END) AS value
FROM customers JOIN traits ON trait_id = subscription_id`,
  averageAge: "SELECT AVG(age) AS value FROM customers",
  products: "SELECT NULLIF(COUNT(DISTINCT product_id), 0) AS value FROM transactions",
  locations: "SELECT NULLIF(COUNT(DISTINCT location_id), 0) AS value FROM transactions",
  returns: "SELECT NULLIF(COUNT(*), 0) AS value FROM returns",
  returnsValue: "SELECT SUM(amount) AS value FROM returns",
  guestShare: `SELECT NULLIF(AVG(CASE WHEN customer_id IS NULL THEN 1.0 ELSE 0.0 END), 0) AS value FROM transactions`,
} as const;

export type MetricId = keyof typeof metricQueries;

export const metricIds = Object.freeze(
  Object.keys(metricQueries).filter((id): id is MetricId => Object.hasOwn(metricQueries, id)),
);

const row = z.object({ value: z.number().nullable() });

/** The value of a metric, or null where the data do not support it. */
export function measure(database: Database, id: MetricId): number | null {
  return database.query(metricQueries[id], row)[0]?.value ?? null;
}
