import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { joinRanges, placesByRange } from "../../src/disclosure/ranges.ts";

describe("joinRanges", () => {
  test("should join a range of few with the one below, and the first with the next", () => {
    const isFew = (places: readonly number[]) => places.length > 0 && places.length < 2;
    expect(joinRanges([10, 20, 21, 30, 31, 32, 40], [10, 20, 30, 40], isFew)).toEqual([10, 30]);
    expect(joinRanges([20, 21, 30, 31], [10, 20, 30], isFew)).toEqual([10, 20, 30]);
  });

  test("should leave no few in a range but where all are, and put each value into one", () => {
    const isFew = (places: readonly number[]) => places.length < 3;
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 30 }), (values) => {
        const bounds = joinRanges(values, [0, 2, 4, 6, 8], isFew);
        const ranges = placesByRange(values, bounds);
        expect(bounds[0]).toBe(0);
        expect(bounds.length === 1 || !ranges.some(isFew)).toBe(true);
        expect(ranges.flat().sort((a, b) => a - b)).toEqual([...values.keys()]);
      }),
    );
  });
});
