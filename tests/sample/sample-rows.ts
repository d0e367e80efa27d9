import { generateSample, SAMPLE_SEED } from "./generator/generate.ts";
import type { Row } from "./generator/row.ts";
import { isPurchase } from "./generator/truth.ts";

/** The sample as committed, with what was planted in it. */
export const sample = generateSample(SAMPLE_SEED);

/** The purchases without a speck of dirt. */
export const purchases: readonly Row[] = sample.rows
  .filter((row) => isPurchase(row) && row.dirt === undefined)
  .map(({ row }) => row);

/** The share of the rows that hold. */
export function shareOf(rows: readonly Row[], holds: (row: Row) => boolean): number {
  return rows.filter(holds).length / rows.length;
}

/** How many rows there are by key. */
export function countBy<Item>(items: Iterable<Item>, keyOf: (item: Item) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
  return counts;
}

/** The items by key, in the order of their first. */
export function groupBy<Item>(items: Iterable<Item>, keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
