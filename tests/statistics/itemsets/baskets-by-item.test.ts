import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { basketsOf } from "../../../src/statistics/itemsets/baskets.ts";
import { basketsByItem, eachHolding } from "../../../src/statistics/itemsets/baskets-by-item.ts";

const lists = fc.array(fc.subarray([0, 1, 2, 3, 4]), { maxLength: 30 });
const wanted = fc.subarray([0, 1, 2, 3, 4]);

describe("eachHolding", () => {
  test("should visit the baskets that hold all items once, in their order", () => {
    fc.assert(
      fc.property(lists, wanted, (all, items) => {
        const baskets = basketsOf(all, 5);
        const visited: number[] = [];
        eachHolding(baskets, basketsByItem(baskets), Uint32Array.from(items), (basket) =>
          visited.push(basket),
        );
        expect(visited).toEqual(
          all.flatMap((list, basket) => (items.every((item) => list.includes(item)) ? [basket] : [])),
        );
      }),
    );
  });
});
