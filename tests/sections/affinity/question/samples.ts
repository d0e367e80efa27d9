import type {
  BasketKind,
  Item,
  ItemBaskets,
  ItemField,
} from "../../../../src/sections/affinity/question/item-baskets.ts";
import {
  type MayMeet,
  type MinedRules,
  type MiningOutcome,
  mineRules,
  type Rule,
  type Thresholds,
} from "../../../../src/sections/affinity/question/mine-rules.ts";
import { basketsOf } from "../../../../src/statistics/itemsets/baskets.ts";

/** Thresholds that let small tables through. */
export const thresholds: Thresholds = {
  minSupport: 0.01,
  minConfidence: 0.1,
  maxLength: 3,
  maxConsequent: 1,
  maxItemsets: 2_000_000,
  minCustomers: 5,
  searches: 1,
};

const anyMeet: MayMeet = () => true;

interface Options {
  kind?: BasketKind;
  field?: ItemField;
  /** The owner of each basket; each its own by default. */
  owners?: readonly number[];
  lastCustomer?: number;
  purchases?: readonly number[];
}

/** Baskets of item codes; an item is called by its code. */
export function itemBaskets(
  lists: readonly (readonly number[])[],
  { kind = "orders", field = "product", owners, lastCustomer, purchases }: Options = {},
): ItemBaskets {
  const baskets = basketsOf(lists);
  const items: Item[] = Array.from({ length: baskets.items }, (_, code) => ({ field, name: String(code) }));
  const whose = owners ?? lists.map((_, index) => index + 1);
  return {
    kind,
    items,
    baskets,
    owners: Int32Array.from(whose),
    lastCustomer: lastCustomer ?? Math.max(0, ...whose),
    ofCustomer: new Uint8Array(items.length),
    purchases: purchases === undefined ? null : Uint32Array.from(purchases),
  };
}

/** Purchases with traits by their codes, each code of the field that stands in its place. */
export function traitBaskets(
  lists: readonly (readonly number[])[],
  fields: readonly ItemField[],
  owners?: readonly number[],
): ItemBaskets {
  const source = itemBaskets(lists, { kind: "traits", ...(owners === undefined ? {} : { owners }) });
  return { ...source, items: fields.map((field, code) => ({ field, name: String(code) })) };
}

/** The mined rules, or a failed test where there are too many itemsets. */
function rulesIn(outcome: MiningOutcome): MinedRules {
  if ("tooMany" in outcome) throw new Error(`too many itemsets: ${outcome.tooMany.fittingSupport} would fit`);
  return outcome;
}

export function mine(source: ItemBaskets, more: Partial<Thresholds> = {}, mayMeet = anyMeet): MinedRules {
  return rulesIn(mineRules(source, { ...thresholds, ...more }, mayMeet));
}

/** `0 1 → 2` */
export function codesOf({ antecedentItems, consequentItems }: Rule): string {
  const names = (items: readonly Item[]) => items.map(({ name }) => name).join(" ");
  return `${names(antecedentItems)} → ${names(consequentItems)}`;
}

/** The same list a number of times. */
export function repeat(count: number, list: readonly number[]): (readonly number[])[] {
  return Array.from({ length: count }, () => list);
}
