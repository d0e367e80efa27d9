import type { ItemBaskets } from "./item-baskets.ts";

/**
 * Which fields are known of each basket, as bits, of those that are not known of all; where all items are of one field,
 * that is no question.
 */
export function knownFields({ kind, items, baskets }: ItemBaskets) {
  if (kind !== "traits") return { of: () => 0, areKnown: () => true };
  const fields = [...new Set(items.map(({ field }) => field))];
  const bits = Uint32Array.from(items, ({ field }) => 1 << fields.indexOf(field));
  const bitsOf = (codes: ArrayLike<number>) => {
    let mask = 0;
    for (let place = 0; place < codes.length; place += 1) mask |= bits[codes[place] ?? 0] ?? 0;
    return mask;
  };
  const known = Uint32Array.from({ length: baskets.count }, (_, basket) =>
    bitsOf(baskets.values.subarray(baskets.starts[basket], baskets.starts[basket + 1])),
  );
  // Fields that are known of all baskets ask nothing of any: tests of different ones share their counts.
  const ofAll = known.reduce((all, own) => all & own, ~0);
  return {
    of: (codes: ArrayLike<number>) => bitsOf(codes) & ~ofAll,
    areKnown: (basket: number, mask: number) => ((known[basket] ?? 0) & mask) === mask,
  };
}
