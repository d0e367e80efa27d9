import fc from "fast-check";

/** Samples of one to 60 numbers of any usual size, with fractions and without a negative zero. */
export const samples = fc.array(
  fc.double({ min: -1e9, max: 1e9, noNaN: true }).map((value) => value + 0),
  { minLength: 1, maxLength: 60 },
);

/** Amounts of money: cents and dollars, some of them sums with the noise of binary fractions. */
export const amounts = fc.array(
  fc.oneof(
    fc.integer({ min: 0, max: 100_000 }).map((cents) => cents / 100),
    fc.integer({ min: 0, max: 300 }).map((tens) => tens * 10),
    fc.constant(0),
    fc.double({ min: 1e-6, max: 1e7, noNaN: true }),
    fc
      .array(
        fc.integer({ min: 1, max: 999 }).map((cents) => cents / 100),
        { minLength: 2, maxLength: 6 },
      )
      .map((parts) => parts.reduce((all, part) => all + part, 0)),
  ),
  { minLength: 1, maxLength: 80 },
);

/** A list with another order of the same items. */
export function shuffled<Item>(lists: fc.Arbitrary<Item[]>): fc.Arbitrary<{ list: Item[]; other: Item[] }> {
  return lists.chain((list) =>
    fc
      .shuffledSubarray(list, { minLength: list.length, maxLength: list.length })
      .map((other) => ({ list, other })),
  );
}
