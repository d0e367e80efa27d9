import type { Baskets } from "./baskets.ts";
import { basketsByItem } from "./baskets-by-item.ts";

/** Places in lists that are kept for the next question; 64 MB. */
const mostKept = 1 << 24;

/** Gives the baskets that hold all of some items, ascending; all baskets for none. The items must ascend. */
export type BasketLists = (items: Uint32Array) => Uint32Array;

/**
 * Lists of baskets by what they hold, each found from that of one item less and kept, since the sides of one rule are
 * parts of others.
 */
export function basketLists(baskets: Baskets): BasketLists {
  const byItem = basketsByItem(baskets);
  const every = Uint32Array.from({ length: baskets.count }, (_, basket) => basket);
  const kept = new Map<string, Uint32Array>();
  let places = 0;
  const listOf: BasketLists = (items) => {
    const last = items.at(-1);
    if (last === undefined) return every;
    const ofLast = byItem.baskets.subarray(byItem.starts[last] ?? 0, byItem.starts[last + 1] ?? 0);
    if (items.length === 1) return ofLast;
    const key = items.join();
    const known = kept.get(key);
    if (known !== undefined) return known;
    const list = common(listOf(items.subarray(0, -1)), ofLast);
    if (places + list.length > mostKept) {
      kept.clear();
      places = 0;
    }
    kept.set(key, list);
    places += list.length;
    return list;
  };
  return listOf;
}

/** What two ascending lists have in common. */
function common(one: Uint32Array, other: Uint32Array): Uint32Array {
  const found = new Uint32Array(Math.min(one.length, other.length));
  let count = 0;
  for (let a = 0, b = 0; a < one.length && b < other.length; ) {
    const [left, right] = [one[a] ?? 0, other[b] ?? 0];
    if (left === right) {
      found[count] = left;
      count += 1;
    }
    if (left <= right) a += 1;
    if (right <= left) b += 1;
  }
  return found.slice(0, count);
}
