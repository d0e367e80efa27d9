import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fewLeft } from "../../src/disclosure/few-left.ts";
import { basketsOf } from "../../src/statistics/itemsets/baskets.ts";
import { basketsByItem } from "../../src/statistics/itemsets/baskets-by-item.ts";

describe("fewLeft", () => {
  test("should tell where some baskets, but of too few persons, hold one side, the other or neither", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.subarray([0, 1, 2, 3]), fc.integer({ min: 1, max: 6 })), { maxLength: 25 }),
        fc.integer({ min: 2, max: 4 }),
        (lines, minimum) => {
          const lists = lines.map(([list]) => list);
          const owners = lines.map(([, owner]) => owner);
          const baskets = basketsOf(lists, 4);
          const few = fewLeft(baskets, basketsByItem(baskets), Int32Array.from(owners), minimum);
          const [one, other] = [[0, 1], [2]];
          const holds = (items: number[], list: readonly number[] = []) =>
            items.every((item) => list.includes(item));
          const ownersOf = (fits: (inOne: boolean, inOther: boolean) => boolean) =>
            new Set(owners.filter((_, at) => fits(holds(one, lists[at]), holds(other, lists[at])))).size;
          const left = [
            ownersOf((a, b) => a && !b),
            ownersOf((a, b) => !a && b),
            ownersOf((a, b) => !a && !b),
          ];
          expect(few(one, other)).toBe(left.some((count) => count > 0 && count < minimum));
        },
      ),
    );
  });
});
