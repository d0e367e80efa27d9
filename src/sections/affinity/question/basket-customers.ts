import type { Baskets } from "../../../statistics/itemsets/baskets.ts";
import { basketsByItem, eachHolding } from "../../../statistics/itemsets/baskets-by-item.ts";

/** Counts the distinct owners of the baskets that hold all of some items. */
export type CountOwners = (items: ArrayLike<number>) => { customers: number; guests: number };

/**
 * Counts whose the baskets are that hold all of some items: distinct customers, and distinct orders of guests
 * (owners above `lastCustomer`).
 */
export function ownerCounter(baskets: Baskets, owners: Int32Array, lastCustomer: number): CountOwners {
  const byItem = basketsByItem(baskets);
  let most = 0;
  for (let basket = 0; basket < owners.length; basket += 1) most = Math.max(most, owners[basket] ?? 0);
  const seen = new Uint32Array(most + 1);
  const known = new Map<string, { customers: number; guests: number }>();
  let turn = 0;
  return (items) => {
    const wanted = Uint32Array.from(items).sort();
    const key = wanted.join();
    const before = known.get(key);
    if (before !== undefined) return before;
    turn += 1;
    const counts = { customers: 0, guests: 0 };
    eachHolding(baskets, byItem, wanted, (basket) => {
      const owner = owners[basket] ?? 0;
      if (seen[owner] === turn) return;
      seen[owner] = turn;
      if (owner > lastCustomer) counts.guests += 1;
      else counts.customers += 1;
    });
    known.set(key, counts);
    return counts;
  };
}
