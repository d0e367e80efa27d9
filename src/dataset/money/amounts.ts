/** What each row comes to. NaN where the file does not say. */
export interface Money {
  /** After discounts, before returns; below zero for what was taken back. */
  amounts: Float64Array;
  /** What was taken off the row; undefined where no file knows discounts. */
  discounts: Float64Array | undefined;
  /** What was paid back of an order that stands, at its first row; undefined where no file knows refunds. */
  refunds: Float64Array | undefined;
  /** 1 where all of the row's order was paid back. */
  refunded: Uint8Array | undefined;
  /** Whether any file holds money. */
  known: boolean;
}
