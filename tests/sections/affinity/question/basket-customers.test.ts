import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ownerCounter } from "../../../../src/sections/affinity/question/basket-customers.ts";
import { basketsOf } from "../../../../src/statistics/itemsets/baskets.ts";

const lists = fc.array(fc.subarray([0, 1, 2, 3, 4]), { maxLength: 30 });
const wanted = fc.subarray([0, 1, 2, 3, 4]);

describe("ownerCounter", () => {
  test("should count customers once, and guests' orders apart", () => {
    const baskets = basketsOf([[0, 1], [0, 1], [0], [0, 1], [0, 1]]);
    const count = ownerCounter(baskets, Int32Array.from([1, 1, 2, 3, 9]), 3);
    expect(count([0])).toEqual({ customers: 3, guests: 1 });
    expect(count([0, 1])).toEqual({ customers: 2, guests: 1 });
    expect(count([1, 0])).toEqual({ customers: 2, guests: 1 });
    expect(count([])).toEqual({ customers: 3, guests: 1 });
  });

  test("should count as sets do, asked over and over", () => {
    fc.assert(
      fc.property(
        lists,
        fc.infiniteStream(fc.integer({ min: 1, max: 8 })),
        fc.array(wanted),
        (all, stream, asked) => {
          const owners = all.map(() => stream.next().value ?? 1);
          const count = ownerCounter(basketsOf(all, 5), Int32Array.from(owners), 5);
          for (const items of [...asked, ...asked]) {
            const whose = new Set(
              owners.filter((_, basket) => items.every((item) => all[basket]?.includes(item))),
            );
            const customers = [...whose].filter((owner) => owner <= 5).length;
            expect(count(items)).toEqual({ customers, guests: whose.size - customers });
          }
        },
      ),
    );
  });
});
