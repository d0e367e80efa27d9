/**
 * Items that lie together, in flat arrays, since there may be millions: the items of itemset `i` are `items`
 * from `starts[i]` up to, not including, `starts[i + 1]`, ascending. Itemsets come by size, then by their
 * items, smaller codes first.
 */
export interface Itemsets {
  /** How many itemsets there are. */
  count: number;
  /** One more than there are itemsets. */
  starts: Uint32Array;
  items: Uint32Array;
  /** In how many baskets each lies whole. */
  counts: Uint32Array;
  /** The baskets that were looked at, empty ones among them. */
  baskets: number;
  /** The smallest count that was asked for. */
  minCount: number;
}

/** The items of one itemset, ascending: a view, not a copy. */
export function itemsOf({ items, starts }: Itemsets, index: number): Uint32Array {
  return items.subarray(starts[index] ?? 0, starts[index + 1] ?? 0);
}

/** How many itemsets there are of one item, of two and so on, up to the largest size there is. */
export function itemsetsBySize({ count, starts }: Itemsets): number[] {
  const bySize: number[] = [];
  for (let index = 0; index < count; index += 1) {
    const size = (starts[index + 1] ?? 0) - (starts[index] ?? 0);
    while (bySize.length < size) bySize.push(0);
    bySize[size - 1] = (bySize[size - 1] ?? 0) + 1;
  }
  return bySize;
}
