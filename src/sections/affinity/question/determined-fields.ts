import type { ItemField } from "./item-baskets.ts";
import type { TraitColumn } from "./trait-baskets.ts";

/** Fields of which one follows from another by the data's definition, as a category from its product. */
export interface DeterminedFields {
  /** Pairs of fields of which each gives the other: the same fact told twice. */
  agreeing: [ItemField, ItemField][];
  /** Pairs of which the first gives the second, but not the other way round. */
  following: [ItemField, ItemField][];
}

/** Finds fields of which one gives the other in every purchase that has both. */
export function determinedFields(columns: readonly TraitColumn[]): DeterminedFields {
  const agreeing: [ItemField, ItemField][] = [];
  const following: [ItemField, ItemField][] = [];
  columns.forEach((one, index) => {
    for (const other of columns.slice(index + 1)) {
      const forth = gives(one.codes, other.codes);
      const back = gives(other.codes, one.codes);
      if (forth && back) agreeing.push([one.field, other.field]);
      else if (forth) following.push([one.field, other.field]);
      else if (back) following.push([other.field, one.field]);
    }
  });
  return { agreeing, following };
}

/** Whether every value of one column comes with one value of the other, and some come together at all. */
function gives(one: Int32Array, other: Int32Array): boolean {
  const partners = new Map<number, number>();
  for (let line = 0; line < one.length; line += 1) {
    const [from = -1, to = -1] = [one[line], other[line]];
    if (from < 0 || to < 0) continue;
    const known = partners.get(from);
    if (known === undefined) partners.set(from, to);
    else if (known !== to) return false;
  }
  return partners.size > 1;
}
