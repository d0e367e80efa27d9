import type { ItemField } from "./item-baskets.ts";
import type { TraitColumn } from "./trait-baskets.ts";

/** Fields of which one follows from another by the data's definition, as a category from its product. */
export interface DeterminedFields {
  /** Pairs of fields of which each gives the other: the same fact told twice. */
  agreeing: [ItemField, ItemField][];
  /** Pairs of which the first gives the second, but not the other way round. */
  following: [ItemField, ItemField][];
}

/** How likely chance alone may make any pair of fields seem tied. */
const mostChance = 0.05;

/**
 * Finds fields of which one gives the other in every purchase that has both, more surely than by chance: a value that a
 * single customer bought shows nothing.
 *
 * @param owners whose each purchase is
 */
export function determinedFields(columns: readonly TraitColumn[], owners: Int32Array): DeterminedFields {
  const agreeing: [ItemField, ItemField][] = [];
  const following: [ItemField, ItemField][] = [];
  const most = mostChance / (columns.length * (columns.length - 1));
  const gives = (one: Int32Array, other: Int32Array) =>
    hasOnePartner(one, other) && chanceOfPartners(one, other, owners) <= most;
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
function hasOnePartner(one: Int32Array, other: Int32Array): boolean {
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

/**
 * How likely it is that every value comes with one partner by chance alone: each further customer of a value then has the
 * partner of the first with the chance that any two customers have the same.
 */
function chanceOfPartners(one: Int32Array, other: Int32Array, owners: Int32Array): number {
  const values = new Set<number>();
  const seen = new Set<string>();
  const partners = new Map<number, number>();
  for (let line = 0; line < one.length; line += 1) {
    const [from = -1, to = -1] = [one[line], other[line]];
    const key = `${from} ${owners[line]}`;
    if (from < 0 || to < 0 || seen.has(key)) continue;
    seen.add(key);
    values.add(from);
    partners.set(to, (partners.get(to) ?? 0) + 1);
  }
  const alike = [...partners.values()].reduce((sum, count) => sum + (count / seen.size) ** 2, 0);
  return alike ** (seen.size - values.size);
}
