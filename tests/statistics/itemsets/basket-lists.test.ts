import fc from "fast-check";
import { expect, test } from "vitest";
import { basketLists } from "../../../src/statistics/itemsets/basket-lists.ts";
import { basketsOf } from "../../../src/statistics/itemsets/baskets.ts";

test("basketLists should give the baskets that hold all of the items, asked over and over", () => {
  const lists = fc.array(fc.subarray([0, 1, 2, 3, 4]), { maxLength: 30 });
  const wanted = fc.array(fc.subarray([0, 1, 2, 3, 4]), { maxLength: 8 });
  fc.assert(
    fc.property(lists, wanted, (all, asked) => {
      const holding = basketLists(basketsOf(all, 5));
      for (const items of [...asked, ...asked]) {
        expect([...holding(Uint32Array.from(items))]).toEqual(
          all.flatMap((list, basket) => (items.every((item) => list.includes(item)) ? [basket] : [])),
        );
      }
    }),
  );
});
