import type { Baskets } from "./baskets.ts";

/**
 * Where the frequent items lie in the baskets. Items are ranked by how many baskets they lie in, most
 * first, equal ones by code; the baskets stand one after the other as ascending ranks.
 */
export interface ItemOccurrences {
  /** The item code of each rank. */
  codes: Uint32Array;
  /** The baskets as ranks, infrequent items left out, with -1 before each basket. */
  ranks: Int32Array;
  /** Places in `ranks`, those of each rank together. */
  occurrences: Uint32Array;
  /** Where the occurrences of each rank begin. */
  starts: Uint32Array;
  /** How many occurrences each rank has. */
  lengths: Uint32Array;
}

/** Takes time in proportion to the baskets, but for the sorting of the items. */
export function itemOccurrences(
  { count, items, starts, values }: Baskets,
  minCount: number,
): ItemOccurrences {
  const counts = new Uint32Array(items);
  for (const item of values) counts[item] = (counts[item] ?? 0) + 1;
  const codes = Uint32Array.from({ length: items }, (_, item) => item)
    .filter((item) => (counts[item] ?? 0) >= minCount)
    .sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0) || a - b);
  const rankOf = new Int32Array(items).fill(-1);
  const firsts = new Uint32Array(codes.length);
  const lengths = new Uint32Array(codes.length);
  let total = 0;
  codes.forEach((item, rank) => {
    rankOf[item] = rank;
    firsts[rank] = total;
    total += counts[item] ?? 0;
  });

  const occurrences = new Uint32Array(total);
  const ranks = new Int32Array(total + count);
  /** Where the next item of each basket goes. */
  const next = new Uint32Array(count);
  let used = 0;
  for (let basket = 0; basket < count; basket += 1) {
    ranks[used] = -1;
    used += 1;
    next[basket] = used;
    const to = starts[basket + 1] ?? 0;
    for (let place = starts[basket] ?? 0; place < to; place += 1) {
      const rank = rankOf[values[place] ?? 0] ?? -1;
      if (rank < 0) continue;
      const length = lengths[rank] ?? 0;
      occurrences[(firsts[rank] ?? 0) + length] = basket;
      lengths[rank] = length + 1;
      used += 1;
    }
  }
  // Rank by rank the baskets of the occurrences become places, which sorts each basket by rank.
  for (let rank = 0, each = 0; rank < codes.length; rank += 1) {
    const to = (firsts[rank] ?? 0) + (lengths[rank] ?? 0);
    for (; each < to; each += 1) {
      const basket = occurrences[each] ?? 0;
      const place = next[basket] ?? 0;
      ranks[place] = rank;
      next[basket] = place + 1;
      occurrences[each] = place;
    }
  }
  return { codes, ranks, occurrences, starts: firsts, lengths };
}
