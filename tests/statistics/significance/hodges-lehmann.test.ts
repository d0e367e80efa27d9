import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { shiftBetween } from "../../../src/statistics/significance/hodges-lehmann.ts";
import { kruskalWallis } from "../../../src/statistics/significance/kruskal-wallis.ts";

const sorted = (values: readonly number[]) => Float64Array.from(values).sort();

describe("shiftBetween", () => {
  test("should be the median of all differences, with the ranks of the interval by the normal approximation", () => {
    // The depression scale of Hollander and Wolfe (1973), as in R's ?wilcox.test; worked out with numpy pair by pair.
    const found = shiftBetween(
      sorted([1.83, 0.5, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.3]),
      sorted([0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29]),
    );
    expect(found?.value).toBeCloseTo(0.56, 8);
    expect(found?.low).toBeCloseTo(-0.37, 8);
    expect(found?.high).toBeCloseTo(1.183, 8);
  });

  test("should find the shift of one value and of equal ones, and none of nothing", () => {
    expect(shiftBetween(sorted([5]), sorted([2]))).toMatchObject({ value: 3 });
    expect(shiftBetween(sorted([5, 5, 5]), sorted([2, 2]))).toEqual({ value: 3, low: 3, high: 3 });
    expect(shiftBetween(sorted([]), sorted([2]))).toBeNull();
  });

  test("should hold 0 exactly where the rank test parts nothing, but for a rank at the edge", () => {
    // Without ties, of which the two make different allowance.
    const values = fc.uniqueArray(fc.integer({ min: 0, max: 400 }), { minLength: 8, maxLength: 30 });
    fc.assert(
      fc.property(values, values, fc.integer({ min: -200, max: 200 }), (one, other, shift) => {
        const moved = one.map((value) => value + shift + 0.5);
        const p =
          kruskalWallis([...moved, ...other], [...one.map(() => 0), ...other.map(() => 1)], 2)?.p ?? 1;
        const found = shiftBetween(sorted(moved), sorted(other));
        if (found === null) throw new Error("no shift");
        if (p > 0.06) expect(found.low <= 0 && found.high >= 0).toBe(true);
        if (p < 0.04) expect(found.low >= 0 || found.high <= 0).toBe(true);
      }),
    );
  });
});
