import { z } from "zod";
import type { Gate } from "../../disclosure/gate.ts";
import type { Store } from "../../store/store.ts";

const ordersRow = z.object({ orders: z.number(), customers: z.number() });

/** Customers by how many orders they placed. */
export const orderCountQuery = `SELECT orders, COUNT(*) AS customers FROM (
  SELECT COUNT(*) AS orders FROM orders WHERE customer_id IS NOT NULL GROUP BY customer_id
) AS per_customer GROUP BY orders ORDER BY orders`;

/** How many customers placed 1, 2, … orders; ranges of few customers are joined with the one below. */
export async function ordersPerCustomer(
  store: Store,
  gate: Gate,
): Promise<{ orders: string; customers: number }[] | null> {
  const counts = await store.query(orderCountQuery, ordersRow);
  const most = counts.at(-1)?.orders;
  if (most === undefined) return null;
  const each = counts.flatMap(({ orders, customers }) => Array<number>(customers).fill(orders));
  const bounds = gate.bounds(
    each,
    [1, 2, 3, 4, 5, 10, 20, 50, 100].filter((bound) => bound <= most),
    true,
  );
  const ranges = bounds.map((from, index) => {
    const to = bounds[index + 1] ?? Number.POSITIVE_INFINITY;
    const customers = each.filter((orders) => orders >= from && orders < to).length;
    return { orders: rangeName(from, to, most), customers };
  });
  return gate.isEnough(each.length) ? ranges : null;
}

function rangeName(from: number, to: number, most: number): string {
  if (to === Number.POSITIVE_INFINITY) return from === most ? `${from}` : `${from}+`;
  return to - from === 1 ? `${from}` : `${from}–${to - 1}`;
}

const subscriberRow = z.object({
  name: z.string().nullable(),
  subscribers: z.number(),
  customers: z.number(),
  unknown: z.number(),
});

/** Customers of each gender, and how many of them subscribe. */
export const subscriberQuery = `SELECT gender.value AS name, COUNT(subscription.value) AS customers,
  SUM(CASE WHEN subscription.value = 'Yes' THEN 1 ELSE 0 END) AS subscribers,
  COUNT(*) - COUNT(subscription.value) AS unknown
FROM customers LEFT JOIN traits AS gender ON gender.trait_id = gender_id
LEFT JOIN traits AS subscription ON subscription.trait_id = subscription_id
GROUP BY gender.value ORDER BY customers DESC, name`;

/**
 * Subscribers among the customers of each gender; null where the data lack one of both, or where a count,
 * of subscribers, of the others or of those of whom one of both is not known, is one of few.
 */
export async function subscribersByGender(
  store: Store,
  gate: Gate,
): Promise<{ name: string; subscribers: number; customers: number }[] | null> {
  const rows = await store.query(subscriberQuery, subscriberRow);
  const revealing = rows.some(
    ({ subscribers, customers, unknown }) =>
      gate.isFew(subscribers) || gate.isFew(customers - subscribers) || gate.isFew(unknown),
  );
  const known = rows.flatMap(({ name, subscribers, customers }) =>
    name === null || customers === 0 ? [] : [{ name, subscribers, customers }],
  );
  return known.length === 0 || revealing ? null : known;
}
