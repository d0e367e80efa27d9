import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { basketsOf } from "../../../src/statistics/itemsets/baskets.ts";
import { indexItemsets } from "../../../src/statistics/itemsets/itemset-index.ts";
import { itemsOf } from "../../../src/statistics/itemsets/itemsets.ts";
import { mined, smallBaskets } from "./basket-samples.ts";

describe("indexItemsets", () => {
  test("should find every itemset, and every part of it", () => {
    fc.assert(
      fc.property(smallBaskets, (lists) => {
        const itemsets = mined(basketsOf(lists), { minCount: 2 });
        const index = indexItemsets(itemsets);
        for (let each = 0; each < itemsets.count; each += 1) {
          const items = itemsOf(itemsets, each);
          expect(index.find(items)).toBe(each);
          const mask = (each % (2 ** items.length - 1)) + 1;
          const part = items.filter((_, bit) => (mask & (1 << bit)) !== 0);
          expect(index.findPart(each, mask)).toBe(index.find(part));
          expect(index.find(part)).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  test("should find none where there is none", () => {
    const index = indexItemsets(mined(basketsOf([[0, 1], [0, 1], [2]]), { minCount: 2 }));
    expect([[2], [0, 2], [], [7], [0, 1, 2]].map((items) => index.find(items))).toEqual([-1, -1, -1, -1, -1]);
    expect(indexItemsets(mined(basketsOf([]), { minCount: 1 })).find([0])).toBe(-1);
  });
});
