import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { basketsOf } from "../../../src/statistics/itemsets/baskets.ts";
import { frequentItemsets } from "../../../src/statistics/itemsets/frequent-itemsets.ts";
import { fractionOf, leastCount } from "../../../src/statistics/itemsets/itemset-thresholds.ts";
import { itemsetsBySize, itemsOf } from "../../../src/statistics/itemsets/itemsets.ts";
import { shuffled } from "../samples.ts";
import {
  countedOut,
  countsByItems,
  generatedBaskets,
  groceries,
  mined,
  shoppingRules,
  shoppingTraits,
  smallBaskets,
} from "./basket-samples.ts";

const thousands = { numRuns: 2000 };

/** Agrawal and Srikant, "Fast algorithms for mining association rules" (1994), figure 3. */
const textbook = [
  [1, 3, 4],
  [2, 3, 5],
  [1, 2, 3, 5],
  [2, 5],
];

describe("frequentItemsets", () => {
  test("should find those of Apriori's own example", () => {
    const itemsets = mined(basketsOf(textbook), { minCount: 2 });
    expect([...countsByItems(itemsets)]).toEqual([
      ["1", 2],
      ["2", 3],
      ["3", 3],
      ["5", 3],
      ["1 3", 2],
      ["2 3", 2],
      ["2 5", 3],
      ["3 5", 2],
      ["2 3 5", 2],
    ]);
    expect(itemsets).toMatchObject({ count: 9, baskets: 4, minCount: 2 });
  });

  test("should leave out what is longer than asked for", () => {
    expect(itemsetsBySize(mined(basketsOf(textbook), { minCount: 2, maxLength: 2 }))).toEqual([4, 4]);
  });

  test.for([
    // arules 1.7-10 (apriori and eclat), from ../shared/golden/rules-groceries.json.
    { support: 0.01, bySize: [88, 213, 32], sum: 82_103 },
    { support: 0.001, bySize: [157, 2981, 6831, 3137, 376, 10], sum: 339_547 },
  ])("should find the itemsets of the groceries at support $support", ({ support, bySize, sum }, context) => {
    const { baskets } = groceries(context);
    const minCount = leastCount(baskets.count, fractionOf(support));
    const itemsets = mined(baskets, { minCount });
    expect(itemsetsBySize(itemsets)).toEqual(bySize);
    expect(itemsets.counts.reduce((all, count) => all + count, 0)).toBe(sum);
  });

  test("should find mlxtend's itemsets of the shopping traits", (context) => {
    const { itemsets: expected } = shoppingRules(context);
    const { baskets, names } = shoppingTraits(context);
    const itemsets = mined(baskets, { minCount: leastCount(baskets.count, fractionOf(0.05)) });
    const found = Array.from(itemsets.counts, (count, index) => ({
      items: Array.from(itemsOf(itemsets, index), (item) => names[item] ?? "").sort(),
      count,
    }));
    const text = ({ items, count }: { items: string[]; count: number }) =>
      `${[...items].sort().join(", ")}: ${count}`;
    expect(found.map(text).sort()).toEqual(expected.map(text).sort());
    // From the same golden file, by mlxtend at support 0.01.
    expect(itemsetsBySize(mined(baskets, { minCount: 39 }))).toEqual([39, 249, 294, 64]);
  });

  test("should find the 27,532 itemsets of the generated baskets", (context) => {
    // Counted by Borgelt's programs, as issue 4 gives them.
    expect(mined(generatedBaskets(context), { minCount: 100 }).count).toBe(27_532);
  });

  test("should agree with counting every set", () => {
    fc.assert(
      fc.property(
        smallBaskets,
        fc.integer({ min: 1, max: 6 }),
        fc.integer({ min: 1, max: 5 }),
        (...drawn) => {
          const [lists, minCount, maxLength] = drawn;
          const itemsets = mined(basketsOf(lists), { minCount, maxLength });
          const expected = countedOut(lists, { minCount, maxLength });
          const byText = ([a]: [string, number], [b]: [string, number]) => (a < b ? -1 : 1);
          expect([...countsByItems(itemsets)].sort(byText)).toEqual([...expected].sort(byText));
        },
      ),
      thousands,
    );
  });

  test("should come by size, then by items", () => {
    fc.assert(
      fc.property(smallBaskets, (lists) => {
        const itemsets = mined(basketsOf(lists), { minCount: 2 });
        const all = Array.from(itemsets.counts, (_, index) => [...itemsOf(itemsets, index)]);
        expect([...all].sort(bySizeAndItems)).toEqual(all);
      }),
    );
  });

  test("should not depend on the order of the baskets or of their items", () => {
    fc.assert(
      fc.property(shuffled(smallBaskets), fc.integer({ min: 1, max: 4 }), ({ list, other }, minCount) => {
        const turned = other.map((items) => [...items].reverse());
        expect(mined(basketsOf(turned), { minCount })).toEqual(mined(basketsOf(list), { minCount }));
      }),
    );
  });

  test("should hold every part of each itemset, in at least as many baskets", () => {
    fc.assert(
      fc.property(smallBaskets, fc.integer({ min: 1, max: 4 }), (lists, minCount) => {
        const itemsets = mined(basketsOf(lists), { minCount });
        const counts = countsByItems(itemsets);
        itemsets.counts.forEach((count, index) => {
          const items = [...itemsOf(itemsets, index)];
          for (const left of items.length > 1 ? items : []) {
            const part = items.filter((item) => item !== left).join(" ");
            expect(counts.get(part)).toBeGreaterThanOrEqual(count);
          }
        });
      }),
    );
  });

  test("should say which count would fit where there are too many", () => {
    fc.assert(
      fc.property(smallBaskets, fc.integer({ min: 1, max: 40 }), (lists, maxItemsets) => {
        const baskets = basketsOf(lists);
        const counts = [...countedOut(lists, { minCount: 1 }).values()];
        const result = frequentItemsets(baskets, { minCount: 1, maxItemsets });
        if (counts.length <= maxItemsets) {
          expect(result).toMatchObject({ kind: "itemsets", itemsets: { count: counts.length } });
          return;
        }
        let fits = 1;
        while (counts.filter((count) => count >= fits).length > maxItemsets) fits += 1;
        const none = Math.max(...counts) < fits;
        expect(result).toEqual({ kind: "too many itemsets", maxItemsets, fittingCount: none ? null : fits });
      }),
      thousands,
    );
  });

  test.each([
    { what: "no baskets", lists: [] },
    { what: "empty baskets", lists: [[], []] },
    { what: "a count that nothing reaches", lists: [[1], [2]] },
  ])("should find none in $what", ({ lists }) => {
    expect(mined(basketsOf(lists), { minCount: 2 }).count).toBe(0);
  });

  test("should take identical baskets of thousands, of which no count fits", () => {
    const order = Array.from({ length: 5000 }, (_, index) => index);
    expect(frequentItemsets(basketsOf([order, order]), { minCount: 1, maxItemsets: 100_000 })).toEqual({
      kind: "too many itemsets",
      maxItemsets: 100_000,
      fittingCount: null,
    });
  });

  test("should take 200,000 different items", () => {
    const lists = Array.from({ length: 100_000 }, (_, index) => [index, 100_000 + index, 7]);
    const itemsets = mined(basketsOf(lists), { minCount: 2 });
    expect([...countsByItems(itemsets)]).toEqual([["7", 100_000]]);
  });

  test("should tell how far it is, up to the end", () => {
    const told: number[] = [];
    const result = frequentItemsets(basketsOf(textbook), {
      minCount: 2,
      onProgress: (share) => told.push(share),
    });
    expect(result.kind).toBe("itemsets");
    expect(told).toEqual([...told].sort((a, b) => a - b));
    expect(told.at(-1)).toBe(1);
  });

  test.each([0, -1, 1.5, Number.NaN])("should refuse %d as a bound", (bound) => {
    const baskets = basketsOf(textbook);
    expect(() => frequentItemsets(baskets, { minCount: bound })).toThrow(
      `minimum count ${bound} is not a whole number from 1 on`,
    );
    expect(() => frequentItemsets(baskets, { minCount: 1, maxLength: bound })).toThrow(RangeError);
    expect(() => frequentItemsets(baskets, { minCount: 1, maxItemsets: bound })).toThrow(RangeError);
  });
});

function bySizeAndItems(a: readonly number[], b: readonly number[]): number {
  if (a.length !== b.length) return a.length - b.length;
  const first = a.findIndex((item, index) => item !== b[index]);
  return (a[first] ?? 0) - (b[first] ?? 0);
}
