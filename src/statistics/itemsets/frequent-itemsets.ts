import { sortPart } from "./basket-sort.ts";
import type { Baskets } from "./baskets.ts";
import { addItemset, emptyItemsetList, sortedItemsetList } from "./itemset-list.ts";
import { itemOccurrences } from "./itemset-occurrences.ts";
import type { Itemsets } from "./itemsets.ts";

export interface MiningOptions {
  /** An itemset is frequent if it lies in at least so many baskets: a whole number from 1 on. */
  minCount: number;
  /** The most items of an itemset; no limit by default. */
  maxLength?: number;
  /** The most itemsets that are wanted; 2,000,000 by default. */
  maxItemsets?: number;
  /** Told often which share of the items, from 0 to 1, is done, and how many itemsets are found so far. */
  onProgress?: (share: number, itemsets: number) => void;
}

export type MiningResult =
  | { kind: "itemsets"; itemsets: Itemsets }
  | {
      kind: "too many itemsets";
      maxItemsets: number;
      /** The smallest `minCount` at which there are not too many; null where then there are none at all. */
      fittingCount: number | null;
    };

const mostByDefault = 2_000_000;

/** Itemsets between two words of progress, where a single item has many. */
const toldEvery = 100_000;

/**
 * All itemsets that lie in at least `minCount` baskets, each with its exact count: what Apriori (Agrawal and
 * Srikant 1994) finds, found depth first by occurrence deliver (LCM; Uno, Kiyomi and Arimura 2004), whose
 * memory is that of the baskets and of the result. Where there are more than `maxItemsets` of them, the
 * result says the smallest count that would fit instead; the search for it is exact as well. Throws a
 * RangeError for a `minCount`, `maxLength` or `maxItemsets` that is not a whole number from 1 on.
 */
export function frequentItemsets(baskets: Baskets, options: MiningOptions): MiningResult {
  const { maxLength = Number.POSITIVE_INFINITY, maxItemsets = mostByDefault, onProgress } = options;
  let { minCount } = options;
  refuseUnlessWhole("minimum count", minCount);
  if (maxLength !== Number.POSITIVE_INFINITY) refuseUnlessWhole("maximum length", maxLength);
  refuseUnlessWhole("maximum of itemsets", maxItemsets);

  const { codes, starts, lengths, occurrences, ranks } = itemOccurrences(baskets, minCount);
  const found = emptyItemsetList();
  const prefix = new Uint32Array(64);
  /** The items that may be added next, level upon level. */
  let waiting = new Uint32Array(4 * codes.length + 16);
  /** How many itemsets there are of each count, and how many of at least `minCount`. */
  const byCount = new Uint32Array(baskets.count + 2);
  /** In how many baskets of the prefix each item lies; 0 between uses. */
  const counts = new Uint32Array(codes.length);
  let kept = 0;
  let seen = 0;
  let overflown = false;
  let share = 0;

  const keep = (size: number, count: number): void => {
    kept += 1;
    seen += 1;
    if (seen % toldEvery === 0) onProgress?.(share, kept);
    byCount[count] = (byCount[count] ?? 0) + 1;
    if (!overflown) {
      if (kept <= maxItemsets) addItemset(found, prefix, size, count);
      else overflown = true;
    }
    // From then on only the count is looked for at which they fit: it rises with each itemset too many.
    while (kept > maxItemsets) {
      kept -= byCount[minCount] ?? 0;
      minCount += 1;
    }
  };

  /** Counts the items that come before each occurrence of an item, and notes which they are. */
  const count = (rank: number, top: number): number => {
    const to = (starts[rank] ?? 0) + (lengths[rank] ?? 0);
    let end = top;
    for (let each = starts[rank] ?? 0; each < to; each += 1) {
      let place = (occurrences[each] ?? 0) - 1;
      for (let other = ranks[place] ?? -1; other >= 0; place -= 1, other = ranks[place] ?? -1) {
        const counted = counts[other] ?? 0;
        if (counted === 0) {
          waiting[end] = other;
          end += 1;
        }
        counts[other] = counted + 1;
      }
    }
    return end;
  };

  /** Puts the occurrences of the frequent ones among those items into their lists. */
  const deliver = (rank: number): void => {
    const to = (starts[rank] ?? 0) + (lengths[rank] ?? 0);
    for (let each = starts[rank] ?? 0; each < to; each += 1) {
      let place = (occurrences[each] ?? 0) - 1;
      for (let other = ranks[place] ?? -1; other >= 0; place -= 1, other = ranks[place] ?? -1) {
        if (counts[other] === 0) continue;
        const length = lengths[other] ?? 0;
        occurrences[(starts[other] ?? 0) + length] = place;
        lengths[other] = length + 1;
      }
    }
  };

  /**
   * Finds the itemsets that add to the first `size` items of the prefix, of which `rank` is the last, items
   * of lower ranks. The lists of lower ranks are free for use: they were dealt with before.
   */
  const extend = (rank: number, size: number, top: number): void => {
    if (waiting.length < top + rank) {
      const larger = new Uint32Array(2 * (top + rank));
      larger.set(waiting);
      waiting = larger;
    }
    const touched = count(rank, top);
    let end = top;
    for (let each = top; each < touched; each += 1) {
      const other = waiting[each] ?? 0;
      if ((counts[other] ?? 0) < minCount) counts[other] = 0;
      else {
        waiting[end] = other;
        end += 1;
      }
    }
    if (end === top) return;
    sortPart(waiting, top, end);
    const last = size + 1 >= maxLength || end === top + 1;
    if (!last) deliver(rank);
    for (let each = top; each < end; each += 1) {
      const other = waiting[each] ?? 0;
      if (last) lengths[other] = counts[other] ?? 0;
      counts[other] = 0;
    }
    for (let each = top; each < end; each += 1) {
      const other = waiting[each] ?? 0;
      add(other, size, end, each > top);
      lengths[other] = 0;
    }
  };

  /** Adds an item to the prefix, and others to that if there are any with it that come before it. */
  const add = (rank: number, size: number, top: number, others: boolean): void => {
    const frequency = lengths[rank] ?? 0;
    if (frequency < minCount) return;
    prefix[size] = codes[rank] ?? 0;
    keep(size + 1, frequency);
    if (others && size + 1 < maxLength) extend(rank, size + 1, top);
  };

  for (let rank = 0; rank < codes.length; rank += 1) {
    add(rank, 0, 0, rank > 0);
    lengths[rank] = 0;
    share = (rank + 1) / codes.length;
    onProgress?.(share, kept);
  }

  if (overflown) {
    return { kind: "too many itemsets", maxItemsets, fittingCount: kept === 0 ? null : minCount };
  }
  return {
    kind: "itemsets",
    itemsets: { ...sortedItemsetList(found), baskets: baskets.count, minCount },
  };
}

function refuseUnlessWhole(what: string, value: number): void {
  if (!(Number.isSafeInteger(value) && value >= 1)) {
    throw new RangeError(`${what} ${value} is not a whole number from 1 on`);
  }
}
