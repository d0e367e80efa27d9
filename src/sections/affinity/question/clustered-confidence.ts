import { basketsByItem, eachHolding, holdsAll } from "../../../statistics/itemsets/baskets-by-item.ts";
import { type ClusteredRatio, clusteredRatio } from "../../../statistics/significance/clustered-ratio.ts";
import { type Item, type ItemBaskets, itemCodes } from "./item-baskets.ts";

/**
 * The confidence of rules as a ratio clustered by owner: of each owner's baskets with some items, those that hold others as
 * well.
 */
export function clusteredConfidence(
  source: ItemBaskets,
): (items: readonly Item[], others: readonly Item[]) => ClusteredRatio {
  const { baskets, owners } = source;
  const byItem = basketsByItem(baskets);
  const codesOf = itemCodes(source);
  const sorted = (items: readonly Item[]) => Uint32Array.from(codesOf(items)).sort();
  return (items, others) => {
    const wanted = sorted(others);
    const places = new Map<number, number>();
    const [parts, wholes]: [number[], number[]] = [[], []];
    eachHolding(baskets, byItem, sorted(items), (basket) => {
      const owner = owners[basket] ?? 0;
      const place = places.get(owner) ?? places.size;
      places.set(owner, place);
      wholes[place] = (wholes[place] ?? 0) + 1;
      parts[place] = (parts[place] ?? 0) + Number(holdsAll(baskets, basket, wanted));
    });
    return clusteredRatio(Float64Array.from(parts), Float64Array.from(wholes));
  };
}
