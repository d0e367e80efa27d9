/** What a row is. Every row read is exactly one of these. */
export const RowKind = {
  dropped: 0,
  purchase: 1,
  returned: 2,
  unpriced: 3,
  excluded: 4,
  /** Failed, pending, cancelled, or no sale to begin with. */
  notSale: 5,
  /** A purchase line and the return that undid it within a day. */
  reversed: 6,
} as const;
