import type { BasketLists } from "../../../statistics/itemsets/basket-lists.ts";
import { type ClusteredRatio, clusteredRatio } from "../../../statistics/significance/clustered-ratio.ts";
import { type Item, type ItemBaskets, itemCodes } from "./item-baskets.ts";

/**
 * The confidence of rules as a ratio clustered by owner: of each owner's baskets with some items, those that hold others as
 * well.
 */
export function clusteredConfidence(
  source: ItemBaskets,
  holding: BasketLists,
): (items: readonly Item[], others: readonly Item[]) => ClusteredRatio {
  const { owners } = source;
  const codesOf = itemCodes(source);
  const listOf = (items: readonly Item[]) => holding(Uint32Array.from(codesOf(items)).sort());
  /** One more than an owner's place among those of the items, 0 for none. */
  const placeOf = new Int32Array(owners.reduce((most, owner) => Math.max(most, owner), 0) + 1);
  return (items, others) => {
    const wholes: number[] = [];
    const withItems = listOf(items);
    for (const basket of withItems) {
      const owner = owners[basket] ?? 0;
      if (placeOf[owner] === 0) placeOf[owner] = wholes.push(0);
      const place = (placeOf[owner] ?? 0) - 1;
      wholes[place] = (wholes[place] ?? 0) + 1;
    }
    const parts = new Float64Array(wholes.length);
    for (const basket of listOf([...items, ...others])) {
      const place = (placeOf[owners[basket] ?? 0] ?? 0) - 1;
      parts[place] = (parts[place] ?? 0) + 1;
    }
    for (const basket of withItems) placeOf[owners[basket] ?? 0] = 0;
    return clusteredRatio(parts, Float64Array.from(wholes));
  };
}
