import { seededRandom } from "../random/random.ts";
import type { Itemsets } from "./itemsets.ts";

/** Finds itemsets by their items. */
export interface ItemsetIndex {
  /** The index of the itemset of these items, which must ascend; -1 where it is not among them. */
  find(items: ArrayLike<number>): number;
  /** As `find`, for the items of itemset `whole` whose bit is set in `mask`, the first item's bit lowest. */
  findPart(whole: number, mask: number): number;
}

/**
 * A hash table over itemsets. The hash is the exclusive or of a random number for each item (Zobrist 1970),
 * whose seed is fixed.
 */
export function indexItemsets({ count, starts, items }: Itemsets): ItemsetIndex {
  const keys = itemKeys(items);
  const size = 2 ** Math.ceil(Math.log2(2 * count + 2));
  /** One above the index; 0 where none is. */
  const table = new Uint32Array(size);
  for (let index = 0; index < count; index += 1) {
    let hash = 0;
    const to = starts[index + 1] ?? 0;
    for (let place = starts[index] ?? 0; place < to; place += 1) hash ^= keys[items[place] ?? 0] ?? 0;
    let slot = (hash >>> 0) & (size - 1);
    while (table[slot] !== 0) slot = (slot + 1) & (size - 1);
    table[slot] = index + 1;
  }

  const search = (hash: number, wanted: ArrayLike<number>, length: number): number => {
    for (let slot = (hash >>> 0) & (size - 1); ; slot = (slot + 1) & (size - 1)) {
      const index = (table[slot] ?? 0) - 1;
      if (index < 0) return -1;
      const from = starts[index] ?? 0;
      if ((starts[index + 1] ?? 0) - from !== length) continue;
      let same = 0;
      while (same < length && items[from + same] === wanted[same]) same += 1;
      if (same === length) return index;
    }
  };

  const part = new Uint32Array(32);
  return {
    find(wanted) {
      let hash = 0;
      for (let each = 0; each < wanted.length; each += 1) hash ^= keys[wanted[each] ?? 0] ?? 0;
      return search(hash, wanted, wanted.length);
    },
    findPart(whole, mask) {
      const from = starts[whole] ?? 0;
      let hash = 0;
      let length = 0;
      for (let rest = mask, place = from; rest !== 0; rest >>>= 1, place += 1) {
        if ((rest & 1) === 0) continue;
        const item = items[place] ?? 0;
        hash ^= keys[item] ?? 0;
        part[length] = item;
        length += 1;
      }
      return search(hash, part, length);
    },
  };
}

function itemKeys(items: Uint32Array): Int32Array {
  let codes = 0;
  for (const item of items) if (item >= codes) codes = item + 1;
  const random = seededRandom(1);
  const keys = new Int32Array(codes);
  for (let item = 0; item < codes; item += 1) keys[item] = Math.floor(random() * 2 ** 32);
  return keys;
}
