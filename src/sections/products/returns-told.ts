import type { Gate } from "../../disclosure/gate.ts";
import type { Layer } from "../../disclosure/parted.ts";
import { linePersons } from "../../questions/persons.ts";
import type { ReturnLines } from "../../questions/product-sales.ts";
import { singleValues } from "../../statistics/describe/single-value.ts";
import { Sums } from "../../statistics/describe/sums.ts";
import type { PurchaseLines } from "../../store/purchase-lines.ts";

/** Money given back for a group, 0 or below; null where it may not be told. */
export type ReturnsOf = (id: number) => number | null;

/**
 * What came back of the groups of each layer: of those only for which it would tell of nobody, themselves or by what is
 * left of all returns.
 *
 * @param hasCategories whether the first layer is that of categories: a return belongs to the one of its product
 */
export function returnsTold(
  returns: ReturnLines,
  layers: readonly Layer[],
  hasCategories: boolean,
  lines: PurchaseLines,
  gate: Gate,
): ReturnsOf[] {
  const recoding = gate.recoding("product");
  const product = returns.product.map((id) => recoding?.countedWith.get(id) ?? id);
  const parents =
    hasCategories && lines.product !== undefined
      ? singleValues(lines.product, lines.traits.get("category"))
      : new Map<number, number>();
  const category = product.map((id) => parents.get(id) ?? 0);
  // Where some return is of no category that is known, those of the others would be too low.
  const isWhole = !category.includes(0);
  const groupOf = layers.map((_, place) => (hasCategories && place === 0 ? category : product));
  const all = groupOf.flatMap((ids, place) => {
    const names = layers[place]?.names;
    return names === undefined || (hasCategories && !isWhole && place === 0) ? [] : [{ groupOf: ids, names }];
  });
  const levels = gate.levels({
    customer: returns.customer,
    persons: linePersons(returns),
    layers: all,
    levels: [new Int32Array(returns.count)],
  });
  const found = all.map(({ groupOf: ids }, place): ReturnsOf => {
    const sums = new Sums();
    const seen = new Set(ids);
    ids.forEach((id, line) => {
      sums.add(id, returns.amount[line] ?? 0);
    });
    const level = levels[place] ?? new Map<number, number>();
    const isAnyTold = [...level.values()].includes(0);
    return (id) => (level.get(id) === 0 ? sums.of(id) : seen.has(id) || !isAnyTold ? null : 0);
  });
  return hasCategories && !isWhole ? [() => null, ...found] : found;
}
