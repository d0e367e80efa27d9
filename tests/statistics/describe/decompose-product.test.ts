import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decomposeProduct } from "../../../src/statistics/describe/decompose-product.ts";
import { logarithmicMean } from "../../../src/statistics/describe/logarithmic-mean.ts";
import { sum } from "../../../src/statistics/describe/sum.ts";

const factor = fc.double({ min: 1e-3, max: 1e4, noNaN: true });
const factors = fc.integer({ min: 1, max: 5 }).chain((count) => {
  const some = fc.array(factor, { minLength: count, maxLength: count });
  return fc.tuple(some, some);
});
const product = (some: readonly number[]) => some.reduce((all, each) => all * each, 1);

describe("logarithmicMean", () => {
  test("should be that of its definition", () => {
    expect(logarithmicMean(1, Math.E)).toBeCloseTo(Math.E - 1, 14);
    expect(logarithmicMean(2, 8)).toBeCloseTo(6 / Math.log(4), 14);
    expect(logarithmicMean(3, 3)).toBe(3);
  });

  test("should lie between the geometric and the arithmetic mean, the same in either order", () => {
    fc.assert(
      fc.property(factor, factor, (a, b) => {
        const mean = logarithmicMean(a, b);
        expect(logarithmicMean(b, a)).toBe(mean);
        expect(mean).toBeGreaterThanOrEqual(Math.sqrt(a * b) * (1 - 1e-12));
        expect(mean).toBeLessThanOrEqual(((a + b) / 2) * (1 + 1e-12));
      }),
    );
  });

  test("should keep its digits where the two are nearly equal", () => {
    const near = 1000 * (1 + 2 ** -40);
    expect(logarithmicMean(1000, near)).toBeCloseTo((1000 + near) / 2, 10);
  });
});

describe("decomposeProduct", () => {
  test("should give each factor the logarithmic mean times the logarithm of its ratio", () => {
    // Worked out by hand: L(200, 198) = 2 ÷ ln(200 ÷ 198) = 198.9983.
    const mean = 2 / Math.log(200 / 198);
    const [customers = 0, orders = 0] = decomposeProduct([100, 2], [110, 1.8]) ?? [];
    expect(customers).toBeCloseTo(mean * Math.log(1.1), 9);
    expect(orders).toBeCloseTo(mean * Math.log(0.9), 9);
    expect(customers + orders).toBeCloseTo(-2, 9);
  });

  test("should leave nothing to a factor that did not change, and all to the one that did", () => {
    expect(decomposeProduct([3, 5], [3, 7])).toEqual([0, expect.closeTo(6, 12)]);
  });

  test("should sum to the change", () => {
    fc.assert(
      fc.property(factors, ([before, after]) => {
        const parts = decomposeProduct(before, after) ?? [];
        const [from, to] = [product(before), product(after)];
        expect(Math.abs(sum(parts) - (to - from))).toBeLessThanOrEqual(1e-9 * Math.max(1, from, to));
      }),
    );
  });

  test("should be symmetric in time", () => {
    fc.assert(
      fc.property(factors, ([before, after]) => {
        const back = decomposeProduct(after, before) ?? [];
        expect(decomposeProduct(before, after)).toEqual(back.map((part) => (part === 0 ? part : -part)));
      }),
    );
  });

  test("should not mind the order of the factors", () => {
    fc.assert(
      fc.property(factors, ([before, after]) => {
        const scale = Math.max(1, product(before), product(after));
        const turned = decomposeProduct(before.toReversed(), after.toReversed()) ?? [];
        for (const [index, part] of (decomposeProduct(before, after) ?? []).entries())
          expect(Math.abs(part - (turned.at(-1 - index) ?? 0))).toBeLessThanOrEqual(1e-9 * scale);
      }),
    );
  });

  test("should be null where a factor is not above 0", () => {
    expect(decomposeProduct([1, 0], [1, 2])).toBeNull();
    expect(decomposeProduct([1, 2], [1, -2])).toBeNull();
    expect(decomposeProduct([1, 2], [1, Number.NaN])).toBeNull();
    expect(decomposeProduct([1, Number.MIN_VALUE], [0.1, 1])).toBeNull();
    expect(decomposeProduct([0.1, Number.MIN_VALUE], [1, 1])).toBeNull();
  });
});
