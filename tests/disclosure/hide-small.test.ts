import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hideSmall } from "../../src/disclosure/hide-small.ts";

const counts = fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 12 }), fc.nat(5_000)), {
  maxLength: 25,
});
const minimums = fc.integer({ min: 2, max: 10 });

describe("hideSmall", () => {
  test("should hide a small count with the next smallest", () => {
    expect(hideSmall([20, 2, 9, 0, 8], 5)).toEqual([20, null, 9, 0, null]);
    expect(hideSmall([5, 6, 7], 5)).toEqual([5, 6, 7]);
    expect(hideSmall([0, 0, 40], 5)).toEqual([0, 0, 40]);
    expect(hideSmall([], 5)).toEqual([]);
  });

  test("should hide several small ones until they reach the minimum together", () => {
    expect(hideSmall([1, 1, 30, 40], 5)).toEqual([null, null, null, 40]);
    expect(hideSmall([3, 4, 30, 40], 5)).toEqual([null, null, 30, 40]);
    expect(hideSmall([2, 40], 5)).toEqual([null, null]);
    expect(hideSmall([2], 5)).toEqual([null]);
  });

  test("should show only what is nothing, or enough, and that as it is", () => {
    fc.assert(
      fc.property(counts, minimums, (some, minimum) => {
        const shown = hideSmall(some, minimum);
        expect(shown).toHaveLength(some.length);
        shown.forEach((count, index) => {
          if (count === null) return;
          expect(count).toBe(some[index]);
          expect(count === 0 || count >= minimum).toBe(true);
        });
      }),
    );
  });

  test("should hide none, all that are not 0, or at least two that together reach the minimum", () => {
    fc.assert(
      fc.property(counts, minimums, (some, minimum) => {
        const shown = hideSmall(some, minimum);
        const hidden = some.filter((_, index) => shown[index] === null);
        const filled = some.filter((count) => count > 0);
        const together = hidden.reduce((all, count) => all + count, 0);
        expect(
          hidden.length === 0 ||
            hidden.length === filled.length ||
            (hidden.length >= 2 && together >= minimum),
        ).toBe(true);
      }),
    );
  });

  test("should hide nothing where nothing is small, and never a 0", () => {
    fc.assert(
      fc.property(counts, minimums, (some, minimum) => {
        const shown = hideSmall(some, minimum);
        if (some.every((count) => count === 0 || count >= minimum)) expect(shown).toEqual(some);
        some.forEach((count, index) => {
          if (count === 0) expect(shown[index]).toBe(0);
        });
      }),
    );
  });
});
