import type { TraitColumn } from "../fields/traits.ts";

/**
 * The columns of `transactions` as arrays, line by line, in the order of the rows: for questions that take
 * every line at once, for which SQL would have to sort hundreds of thousands of rows. Ids are dense from 1
 * and those of the tables; 0 is none.
 */
export interface PurchaseLines {
  count: number;
  /** Undefined in a snapshot. */
  order: Int32Array | undefined;
  /** 0 for a guest's. */
  customer: Int32Array;
  product: Int32Array | undefined;
  /** Days since 1970-01-01. */
  day: Int32Array | undefined;
  /** Seconds since midnight, NaN for none; absent where no line has a time. */
  secondOfDay?: Float64Array | undefined;
  amount: Float64Array;
  /** Items of each line; absent where the lines were made without. */
  quantity?: Float64Array | undefined;
  /** NaN for none; absent where no line has one. */
  rating?: Float64Array | undefined;
  /** Ids of words, by the name of their column without `_id`. */
  traits: ReadonlyMap<TraitColumn<"purchase">, Int32Array>;
}
