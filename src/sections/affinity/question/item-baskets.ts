import type { WordColumn } from "../../../fields/traits.ts";
import type { Baskets } from "../../../statistics/itemsets/baskets.ts";

/** What an item is a value of. */
export type ItemField =
  | Exclude<WordColumn, "color" | "preferred_payment_method" | "purchase_frequency">
  | "product"
  | "tone"
  | "persona";

export interface Item {
  field: ItemField;
  name: string;
}

/** Which things lie together: products in an order, categories or products of a customer, traits of a purchase. */
export type BasketKind = "orders" | "categories" | "products" | "traits";

/** Baskets of items with the customer whose each is. */
export interface ItemBaskets {
  kind: BasketKind;
  /** By the items' codes. */
  items: Item[];
  baskets: Baskets;
  /** Whose each basket is: a customer's id up to `lastCustomer`, above it a guest's order. */
  owners: Int32Array;
  lastCustomer: number;
  /** By the items' codes: 1 where a customer has the item in all baskets or in none. */
  ofCustomer: Uint8Array;
  /** How many purchases each basket stands on; null where that says no more than its size. */
  purchases: Uint32Array | null;
}

/** The codes of items among those of baskets; −1 for one that they do not hold. */
export function itemCodes({
  items: known,
}: Pick<ItemBaskets, "items">): (items: readonly Item[]) => number[] {
  const keyOf = ({ field, name }: Item) => `${field} ${name}`;
  const codeOf = new Map(known.map((item, code) => [keyOf(item), code]));
  return (items) => items.map((item) => codeOf.get(keyOf(item)) ?? -1);
}
