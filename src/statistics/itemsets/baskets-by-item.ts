import type { Baskets } from "./baskets.ts";

/** The baskets of each item, ascending: those of item `i` from `starts[i]` on. */
export interface BasketsByItem {
  starts: Uint32Array;
  baskets: Uint32Array;
}

export function basketsByItem({ count, items, starts, values }: Baskets): BasketsByItem {
  const ends = new Uint32Array(items + 1);
  for (let place = 0; place < values.length; place += 1) {
    const item = values[place] ?? 0;
    ends[item + 1] = (ends[item + 1] ?? 0) + 1;
  }
  for (let item = 0; item < items; item += 1) ends[item + 1] = (ends[item + 1] ?? 0) + (ends[item] ?? 0);
  const next = ends.slice();
  const found = new Uint32Array(values.length);
  for (let basket = 0; basket < count; basket += 1) {
    const to = starts[basket + 1] ?? 0;
    for (let place = starts[basket] ?? 0; place < to; place += 1) {
      const item = values[place] ?? 0;
      found[next[item] ?? 0] = basket;
      next[item] = (next[item] ?? 0) + 1;
    }
  }
  return { starts: ends, baskets: found };
}

/** Visits each basket that holds all of the items, which must ascend; all baskets for none. */
export function eachHolding(
  baskets: Baskets,
  byItem: BasketsByItem,
  items: Uint32Array,
  visit: (basket: number) => void,
): void {
  const count = (item: number) => (byItem.starts[item + 1] ?? 0) - (byItem.starts[item] ?? 0);
  const [first] = items;
  if (first === undefined) {
    for (let basket = 0; basket < baskets.count; basket += 1) visit(basket);
    return;
  }
  const rarest = items.reduce((rare, item) => (count(item) < count(rare) ? item : rare), first);
  const to = byItem.starts[rarest + 1] ?? 0;
  for (let each = byItem.starts[rarest] ?? 0; each < to; each += 1) {
    const basket = byItem.baskets[each] ?? 0;
    if (holdsAll(baskets, basket, items)) visit(basket);
  }
}

/** Whether a basket holds all of the items; both ascend. */
export function holdsAll({ starts, values }: Baskets, basket: number, items: Uint32Array): boolean {
  const to = starts[basket + 1] ?? 0;
  let found = 0;
  for (let place = starts[basket] ?? 0; place < to && found < items.length; place += 1) {
    const value = values[place] ?? 0;
    if (value === items[found]) found += 1;
    else if (value > (items[found] ?? 0)) return false;
  }
  return found === items.length;
}
