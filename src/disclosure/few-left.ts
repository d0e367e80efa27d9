import type { Baskets } from "../statistics/itemsets/baskets.ts";
import { type BasketsByItem, holdsAll } from "../statistics/itemsets/baskets-by-item.ts";

/** Tells of two sets of items whether what their counts leave stands on too few persons. */
export type LeavesFew = (one: ArrayLike<number>, other: ArrayLike<number>) => boolean;

/**
 * From the counts of baskets with one set of items, with the other and with both follow those with one alone, the other
 * alone, and neither. Tells whether one of these stands on persons, but fewer than `minimum` of them: customers, or
 * guests' orders.
 */
export function fewLeft(
  baskets: Baskets,
  byItem: BasketsByItem,
  owners: Int32Array,
  minimum: number,
): LeavesFew {
  /** Whether baskets from a list that hold what they should are those of some, but too few. */
  const isFew = (count: number, basketAt: (place: number) => number, fits: (basket: number) => boolean) => {
    const seen = new Set<number>();
    for (let place = 0; place < count && seen.size < minimum; place += 1) {
      const basket = basketAt(place);
      if (fits(basket)) seen.add(owners[basket] ?? 0);
    }
    return seen.size > 0 && seen.size < minimum;
  };
  const isFewAlone = (items: Uint32Array, without: Uint32Array) => {
    const [first = 0] = items;
    const from = byItem.starts[first] ?? 0;
    return isFew(
      (byItem.starts[first + 1] ?? 0) - from,
      (place) => byItem.baskets[from + place] ?? 0,
      (basket) => holdsAll(baskets, basket, items) && !holdsAll(baskets, basket, without),
    );
  };
  return (one, other) => {
    const [these, those] = [Uint32Array.from(one).sort(), Uint32Array.from(other).sort()];
    return (
      isFewAlone(these, those) ||
      isFewAlone(those, these) ||
      isFew(
        baskets.count,
        (place) => place,
        (basket) => !holdsAll(baskets, basket, these) && !holdsAll(baskets, basket, those),
      )
    );
  };
}
