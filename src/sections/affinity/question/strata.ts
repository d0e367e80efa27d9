import { basketsByItem, eachHolding } from "../../../statistics/itemsets/baskets-by-item.ts";
import { stratifiedTail } from "../../../statistics/significance/stratified-tail.ts";
import type { ItemBaskets } from "./item-baskets.ts";

/** Lower bounds of the numbers of purchases that count as equal exposure. */
const bounds = [1, 2, 3, 4, 5, 7, 10, 15, 25, 50, 100, 200, 500];

/**
 * Gives the p-value of adding one item to others as conditions of a consequent, among baskets of equal numbers of
 * purchases: who buys more holds more of everything, so any two things look associated over all that customers
 * bought, and are not. Null where every basket is one purchase or one order.
 */
export function strataTail({
  baskets,
  purchases,
}: ItemBaskets): ((rest: readonly number[], added: number, consequent: readonly number[]) => number) | null {
  if (purchases === null) return null;
  const stratumOf = Uint8Array.from(
    purchases,
    (count) => bounds.findLastIndex((bound) => bound <= count) + 1,
  );
  const strata = bounds.length + 1;
  const byItem = basketsByItem(baskets);
  const held = new Map<string, Uint32Array>();
  return (rest, added, consequent) => {
    const population = countsOf(rest);
    const one = countsOf([...rest, added]);
    const other = countsOf([...rest, ...consequent]);
    const both = countsOf([...rest, added, ...consequent]);
    return stratifiedTail(
      Array.from(population, (size, stratum) => ({
        population: size,
        one: one[stratum] ?? 0,
        other: other[stratum] ?? 0,
        both: both[stratum] ?? 0,
      })),
    );
  };

  /** Baskets of each stratum that hold all of the items. */
  function countsOf(items: readonly number[]): Uint32Array {
    const wanted = Uint32Array.from(items).sort();
    const key = wanted.join();
    let counts = held.get(key);
    if (counts === undefined) {
      const found = new Uint32Array(strata);
      eachHolding(baskets, byItem, wanted, (basket) => {
        found[stratumOf[basket] ?? 0] = (found[stratumOf[basket] ?? 0] ?? 0) + 1;
      });
      counts = found;
      held.set(key, counts);
    }
    return counts;
  }
}
