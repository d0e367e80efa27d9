import { z } from "zod";
import type { Store } from "../../store/store.ts";

const ordersRow = z.object({ orders: z.number(), customers: z.number() });

/** How many customers placed 1, 2, … orders. Ranges of fewer than `minimum` customers are joined with the one below. */
export async function ordersPerCustomer(
  store: Store,
  minimum: number,
): Promise<{ orders: string; customers: number }[] | null> {
  const counts = await store.query(
    `SELECT orders, COUNT(*) AS customers FROM (
  SELECT COUNT(*) AS orders FROM orders WHERE customer_id IS NOT NULL GROUP BY customer_id
) AS per_customer GROUP BY orders ORDER BY orders`,
    ordersRow,
  );
  const most = counts.at(-1)?.orders;
  if (most === undefined) return null;
  let bounds = [1, 2, 3, 4, 5, 10, 20, 50, 100].filter((bound) => bound <= most);
  for (;;) {
    const ranges = bounds.map((from, index) => {
      const to = bounds[index + 1] ?? Number.POSITIVE_INFINITY;
      const customers = counts
        .filter(({ orders }) => orders >= from && orders < to)
        .reduce((all, row) => all + row.customers, 0);
      return { orders: rangeName(from, to, most), customers };
    });
    const small = ranges.findLastIndex(({ customers }) => customers < minimum);
    if (small < 0) return ranges;
    if (bounds.length === 1) return null;
    const removed = Math.max(small, 1);
    bounds = bounds.filter((_, index) => index !== removed);
  }
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

/**
 * Subscribers among the customers of each gender; null where the data lack one of both, or where a count,
 * of subscribers, of the others or of those of whom one of both is not known, is above 0 and below `minimum`.
 */
export async function subscribersByGender(
  store: Store,
  minimum: number,
): Promise<{ name: string; subscribers: number; customers: number }[] | null> {
  const rows = await store.query(
    `SELECT gender.value AS name, COUNT(subscription.value) AS customers,
  SUM(CASE WHEN subscription.value = 'Yes' THEN 1 ELSE 0 END) AS subscribers,
  COUNT(*) - COUNT(subscription.value) AS unknown
FROM customers LEFT JOIN traits AS gender ON gender.trait_id = gender_id
LEFT JOIN traits AS subscription ON subscription.trait_id = subscription_id
GROUP BY gender.value ORDER BY customers DESC, name`,
    subscriberRow,
  );
  const telling = (count: number) => count > 0 && count < minimum;
  const revealing = rows.some(
    ({ subscribers, customers, unknown }) =>
      telling(subscribers) || telling(customers - subscribers) || telling(unknown),
  );
  const known = rows.flatMap(({ name, subscribers, customers }) =>
    name === null || customers === 0 ? [] : [{ name, subscribers, customers }],
  );
  return known.length === 0 || revealing ? null : known;
}
