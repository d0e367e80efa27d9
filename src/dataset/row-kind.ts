/** What a row is. Every row read is exactly one of these. */
export const RowKind = { dropped: 0, purchase: 1, returned: 2, unpriced: 3, excluded: 4 } as const;
