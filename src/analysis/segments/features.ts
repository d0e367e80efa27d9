import { z } from "zod";
import { daysBetweenPurchases } from "../../dataset/clean/purchase-frequency.ts";
import type { Database } from "../../dataset/database.ts";

/** Recency, frequency and monetary value of customers, one place a customer. */
export interface Features {
  /** `orders`: from the customers' orders; `stated`: stand-ins from what a snapshot's rows say. */
  basis: "orders" | "stated";
  /** Customers' ids. */
  customers: Int32Array;
  /** Days: since the last order, or between purchases as stated. */
  recency: Float64Array;
  /** Orders, or previous purchases as stated. */
  frequency: Float64Array;
  /** Revenue. */
  monetary: Float64Array;
  /** Customers for whom one of the three is not known: they are in no segment. */
  withoutValue: number;
}

const orderRow = z.object({
  customer: z.number(),
  recency: z.number().nullable(),
  frequency: z.number(),
  monetary: z.number(),
});

const statedRow = z.object({
  customer: z.number(),
  stated: z.string().nullable(),
  frequency: z.number().nullable(),
  monetary: z.number(),
});

/**
 * Recency, frequency and monetary value from orders: days from a customer's last order to the day after the
 * last day with a purchase, number of orders, revenue.
 */
export const orderFeaturesQuery = `SELECT per_customer.customer_id AS customer,
  (SELECT MAX(last_day) FROM orders) + 1 - last_day AS recency, orders AS frequency, revenue AS monetary
FROM (
  SELECT customer_id, MAX(last_day) AS last_day, COUNT(*) AS orders FROM orders
  WHERE customer_id IS NOT NULL GROUP BY customer_id
) AS per_customer JOIN customer_totals ON customer_totals.customer_id = per_customer.customer_id`;

/** The same from a snapshot: the stated frequency (its days stand for recency), previous purchases, revenue. */
export const statedFeaturesQuery = `SELECT customers.customer_id AS customer, traits.value AS stated,
  previous_purchases AS frequency, revenue AS monetary
FROM customers JOIN customer_totals ON customer_totals.customer_id = customers.customer_id
LEFT JOIN traits ON trait_id = purchase_frequency_id`;

/**
 * The three features of every customer who has them, ordered by their values, so that nothing later depends on
 * the order of the input. Null where the data lack one of them as a whole.
 */
export function features(database: Database): Features | null {
  const orders = database.query(orderFeaturesQuery, orderRow);
  if (orders.length > 0) return arrange("orders", orders);
  const stated = database.query(statedFeaturesQuery, statedRow);
  return arrange(
    "stated",
    stated.map(({ stated: words, ...row }) => ({
      ...row,
      recency: words === null ? null : daysBetweenPurchases(words),
    })),
  );
}

interface Row {
  customer: number;
  recency: number | null;
  frequency: number | null;
  monetary: number;
}

function arrange(basis: Features["basis"], rows: readonly Row[]): Features | null {
  const known = rows.flatMap(({ recency, frequency, ...row }) =>
    recency === null || frequency === null
      ? []
      : [{ ...row, recency, frequency, monetary: steady(row.monetary) }],
  );
  if (known.length === 0) return null;
  known.sort(
    (a, b) =>
      a.recency - b.recency ||
      a.frequency - b.frequency ||
      a.monetary - b.monetary ||
      a.customer - b.customer,
  );
  return {
    basis,
    customers: Int32Array.from(known, ({ customer }) => customer),
    recency: Float64Array.from(known, ({ recency }) => recency),
    frequency: Float64Array.from(known, ({ frequency }) => frequency),
    monetary: Float64Array.from(known, ({ monetary }) => monetary),
    withoutValue: rows.length - known.length,
  };
}

/** Without the last bits of a sum, which depend on the order in which it was added up. */
function steady(amount: number): number {
  return Number(amount.toPrecision(14));
}
