import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { basketsOf, basketsOfRows } from "../../../src/statistics/itemsets/baskets.ts";
import { smallBaskets } from "./basket-samples.ts";

describe("basketsOf", () => {
  test("should sort the items of each basket and keep each once", () => {
    expect(basketsOf([[3, 1, 3], [], [2]])).toEqual({
      count: 3,
      items: 4,
      starts: Uint32Array.of(0, 2, 2, 3),
      values: Uint32Array.of(1, 3, 2),
    });
  });

  test("should take no baskets, and items that no basket holds", () => {
    expect(basketsOf([])).toMatchObject({ count: 0, items: 0, values: new Uint32Array(0) });
    expect(basketsOf([[0]], 9)).toMatchObject({ count: 1, items: 9 });
  });

  test("should sort a basket of thousands", () => {
    const list = Array.from({ length: 5000 }, (_, index) => (index * 7919) % 5000);
    expect([...basketsOf([list]).values]).toEqual(Array.from({ length: 5000 }, (_, index) => index));
  });

  test.each([-1, 0.5, Number.NaN, 2 ** 31])("should refuse the item code %d", (code) => {
    expect(() => basketsOf([[0, code]])).toThrow(`item code ${code} is not a whole number`);
  });

  test("should refuse a code above those that there are", () => {
    expect(() => basketsOf([[4]], 4)).toThrow("item code 4 is not a whole number from 0 to 3");
  });
});

describe("basketsOfRows", () => {
  test("should put rows in any order into their baskets", () => {
    expect(basketsOfRows([2, 0, 2, 2], [5, 1, 5, 0], { baskets: 4 })).toEqual({
      count: 4,
      items: 6,
      starts: Uint32Array.of(0, 1, 1, 3, 3),
      values: Uint32Array.of(1, 0, 5),
    });
  });

  test("should refuse columns of unequal length", () => {
    expect(() => basketsOfRows([0, 1], [0])).toThrow("columns of 2 and 1 codes");
  });

  test("should give what the same lists give", () => {
    fc.assert(
      fc.property(
        smallBaskets.chain((lists) => {
          const rows = lists.flatMap((list, basket) => list.map((item) => [basket, item] as const));
          return fc.tuple(
            fc.constant(lists),
            fc.shuffledSubarray(rows, { minLength: rows.length, maxLength: rows.length }),
          );
        }),
        ([lists, rows]) => {
          const one = basketsOfRows(
            rows.map(([basket]) => basket),
            rows.map(([, item]) => item),
            { baskets: lists.length },
          );
          expect(one).toEqual(basketsOf(lists));
        },
      ),
    );
  });
});
