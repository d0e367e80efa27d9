import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { kruskalWallis } from "../../../src/statistics/significance/kruskal-wallis.ts";

const of = (...groups: readonly (readonly number[])[]) =>
  kruskalWallis(
    groups.flat(),
    groups.flatMap((group, index) => group.map(() => index)),
    groups.length,
  );

describe("kruskalWallis", () => {
  test("should agree with a case worked out by hand", () => {
    // Ranks 1 2 3 against 4 5 6: H = 12 / (6 * 7) * (6² / 3 + 15² / 3) - 3 * 7 = 27/7; p is that of 3.857 at 1 degree.
    const found = of([1, 2, 3], [4, 5, 6]);
    expect(found?.statistic).toBeCloseTo(27 / 7, 12);
    expect(found?.p).toBeCloseTo(0.04953, 4);
    expect(found?.effect).toBeCloseTo(27 / 35, 12);
    expect(found?.meanRanks).toEqual([2, 5]);
  });

  test("should give R's result on its own example of ozone by month", () => {
    // R: kruskal.test(Ozone ~ Month, data = airquality) gives chi-squared = 29.267, df = 4, p-value = 6.901e-06.
    const ozone = [
      [41, 36, 12, 18, 28, 23, 19, 8, 7, 16, 11, 14, 18, 14, 34, 6, 30, 11, 1, 11, 4, 32, 23, 45, 115, 37],
      [29, 71, 39, 23, 21, 37, 20, 12, 13],
      [
        135, 49, 32, 64, 40, 77, 97, 97, 85, 10, 27, 7, 48, 35, 61, 79, 63, 16, 80, 108, 20, 52, 82, 50, 64,
        59,
      ],
      [
        39, 9, 16, 78, 35, 66, 122, 89, 110, 44, 28, 65, 22, 59, 23, 31, 44, 21, 9, 45, 168, 73, 76, 118, 84,
        85,
      ],
      [
        96, 78, 73, 91, 47, 32, 20, 23, 21, 24, 44, 21, 28, 9, 13, 46, 18, 13, 24, 16, 13, 23, 36, 7, 14, 30,
        14, 18, 20,
      ],
    ];
    const found = of(...ozone);
    expect(found?.statistic).toBeCloseTo(29.267, 3);
    expect((found?.p ?? 1) / 6.901e-6).toBeCloseTo(1, 2);
  });

  test("should judge nothing where all values are equal or one group has them all", () => {
    expect(of([1, 1], [1, 1, 1])).toBeNull();
    expect(of([1, 2, 3], [])).toBeNull();
    expect(of()).toBeNull();
  });

  test("should leave out values of no group", () => {
    expect(kruskalWallis([1, 2, 3, 99, 4, 5, 6], [0, 0, 0, -1, 1, 1, 1], 2)).toEqual(
      of([1, 2, 3], [4, 5, 6]),
    );
  });

  test("should not depend on the order of values, nor on any scale that keeps their order", () => {
    const groups = fc.array(fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 12 }), {
      minLength: 2,
      maxLength: 5,
    });
    fc.assert(
      fc.property(groups, (values) => {
        const found = of(...values);
        const turned = of(
          ...values.map((group) => [...group].reverse().map((value) => Math.exp(value / 10))),
        );
        if (found === null) expect(turned).toBeNull();
        else {
          expect(turned?.statistic).toBeCloseTo(found.statistic, 8);
          expect(found.effect).toBeLessThanOrEqual(1 + 1e-9);
        }
      }),
    );
  });
});
