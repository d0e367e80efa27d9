/** A range of whole numbers, both ends included. */
export type Range = readonly [min: number, max: number];

export interface Kind {
  readonly name: KindName;
  readonly customers: number;
  readonly orders: Range;
  /** Days from the last order to the day after the last day in the data. */
  readonly recency: Range;
  /** Pieces of each order line. */
  readonly quantity: Range;
  /** Orders before the period that the data covers. */
  readonly earlierOrders: Range;
}

export const KIND_NAMES = ["regular", "lapsed", "newcomer", "gone"] as const;
export type KindName = (typeof KIND_NAMES)[number];

/** Four kinds of customers, apart in recency, in frequency and in spend. The kind itself is not in
 * the CSV: segmentation has to find it. */
export const KINDS: readonly Kind[] = [
  {
    name: "regular",
    customers: 312,
    orders: [9, 12],
    recency: [1, 60],
    quantity: [1, 4],
    earlierOrders: [4, 20],
  },
  {
    name: "lapsed",
    customers: 585,
    orders: [3, 4],
    recency: [160, 420],
    quantity: [1, 2],
    earlierOrders: [2, 10],
  },
  {
    name: "newcomer",
    customers: 936,
    orders: [1, 1],
    recency: [5, 100],
    quantity: [1, 1],
    earlierOrders: [0, 0],
  },
  {
    name: "gone",
    customers: 2067,
    orders: [1, 1],
    recency: [160, 731],
    quantity: [1, 1],
    earlierOrders: [0, 3],
  },
];
