import { describe, expect, test } from "vitest";
import { bandsOf, noBand } from "../../../../src/sections/affinity/question/bands.ts";
import { exposureStrata, sizeStrata } from "../../../../src/sections/affinity/question/strata.ts";
import { basketsOf } from "../../../../src/statistics/itemsets/baskets.ts";
import { seededRandom } from "../../../../src/statistics/random/random.ts";

describe("bandsOf", () => {
  test("should tell small values apart, and large ones by a tenth where there are enough", () => {
    const values = [2, 3, 4, 20, 21, 22, 23].flatMap((value) => new Array<number>(60).fill(value));
    const { bands, of } = bandsOf(Uint32Array.from([0, 1, ...values]));
    expect(bands.map(({ least, most }) => [least, most])).toEqual([
      [2, 2],
      [3, 3],
      [4, 4],
      [20, 21],
      [22, 23],
    ]);
    expect([...of.slice(0, 3)]).toEqual([noBand, noBand, 0]);
    expect(bands[3]).toMatchObject({ baskets: 120, mean: 20.5, variance: 0.25 });
  });

  test("should put few large ones together, but none with one that is half as large again", () => {
    const { bands } = bandsOf(Uint32Array.from([40, 44, 55, 61, 5_000]));
    expect(bands.map(({ least, most }) => [least, most])).toEqual([
      [40, 55],
      [61, 61],
      [5_000, 5_000],
    ]);
  });
});

describe("chanceLift", () => {
  test("should be what drawing without putting back gives, for baskets of one size", () => {
    // Every two of six items: with one of them in a basket, one place is left for five others.
    const lists = [0, 1, 2, 3, 4, 5].flatMap((one) =>
      [0, 1, 2, 3, 4, 5]
        .filter((other) => other > one)
        .flatMap((other) => new Array<number[]>(4).fill([one, other])),
    );
    const strata = sizeStrata(basketsOf(lists), Uint32Array.from([0, 1, 2, 3, 4, 5]));
    expect(strata.count).toBe(1);
    expect(strata.chanceLift(0, [], [0], [1])).toBeCloseTo(1 / 15 / (1 / 9), 9);
    // Of two places one is taken: nothing is left for two more.
    expect(strata.chanceLift(0, [2], [0], [1])).toBe(0);
  });

  test("should be what drawing with putting back gives, for equal numbers of purchases", () => {
    const random = seededRandom(4);
    const lists = Array.from({ length: 40_000 }, () =>
      Array.from({ length: 3 }, () => [0, 0, 0, 1, 1, 2, 3, 4][Math.floor(8 * random())] ?? 0),
    );
    const purchases = new Uint32Array(lists.length).fill(3);
    const strata = exposureStrata(basketsOf(lists), purchases, Uint32Array.from([0, 1, 2, 3, 4]));
    // Of three purchases, of shares 3/8 and 2/8: 1 − (5/8)³ − (6/8)³ + (3/8)³ over the product of both.
    const [one, other] = [1 - (5 / 8) ** 3, 1 - (6 / 8) ** 3];
    const both = one + other - 1 + (3 / 8) ** 3;
    expect(strata.chanceLift(0, [], [0], [1])).toBeCloseTo(both / one / other, 2);
  });
});
