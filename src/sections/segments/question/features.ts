import { z } from "zod";
import { daysBetweenPurchases } from "../../../dataset/clean/purchase-frequency.ts";
import { steady } from "../../../statistics/describe/steady.ts";
import type { Store } from "../../../store/store.ts";

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

const statedWord = z.object({ id: z.number(), value: z.string() });

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

/**
 * The same from a snapshot: the word of the stated frequency (its days stand for recency), previous purchases,
 * revenue.
 */
export const statedFeaturesQuery = `SELECT customers.customer_id AS customer, purchase_frequency_id AS stated,
  previous_purchases AS frequency, revenue AS monetary
FROM customers JOIN customer_totals ON customer_totals.customer_id = customers.customer_id`;

/**
 * The three features of every customer who has them, ordered by their values, so that nothing later depends on
 * the order of the input. Null where the data lack one of them as a whole.
 */
export async function features(store: Store): Promise<Features | null> {
  const orders = await store.columns(orderFeaturesQuery);
  if (orders[0] !== undefined && orders[0].length > 0) return arrange("orders", orders);
  const [customer, stated, frequency, monetary] = await store.columns(statedFeaturesQuery);
  const words = await store.query(
    "SELECT trait_id AS id, value FROM traits WHERE field = 'purchase_frequency'",
    statedWord,
  );
  const days = new Map(words.map(({ id, value }) => [id, daysBetweenPurchases(value)]));
  const recency = stated?.map((id) => days.get(id) ?? Number.NaN);
  if (!customer || !recency || !frequency || !monetary) return null;
  return arrange("stated", [customer, recency, frequency, monetary]);
}

/** Columns of customer, recency, frequency and monetary value, NaN where there is none. */
function arrange(basis: Features["basis"], columns: readonly Float64Array[]): Features | null {
  const [customer, recency, frequency, amounts] = columns;
  if (!customer || !recency || !frequency || !amounts) return null;
  const monetary = amounts.map(steady);
  const known = Uint32Array.from(customer.keys()).filter(
    (row) => !Number.isNaN(recency[row]) && !Number.isNaN(frequency[row]),
  );
  if (known.length === 0) return null;
  const difference = (column: Float64Array, a: number, b: number) => (column[a] ?? 0) - (column[b] ?? 0);
  known.sort(
    (a, b) =>
      difference(recency, a, b) ||
      difference(frequency, a, b) ||
      difference(monetary, a, b) ||
      difference(customer, a, b),
  );
  const sorted = (column: Float64Array) => Float64Array.from(known, (row) => column[row] ?? 0);
  return {
    basis,
    customers: Int32Array.from(known, (row) => customer[row] ?? 0),
    recency: sorted(recency),
    frequency: sorted(frequency),
    monetary: sorted(monetary),
    withoutValue: customer.length - known.length,
  };
}
