import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { joinedByOccurrence, phi } from "../../../src/statistics/texts/joined-terms.ts";

const places = 40;
const things = fc.array(
  fc
    .uniqueArray(fc.integer({ min: 0, max: places - 1 }), { minLength: 1, maxLength: 20 })
    .map((all) => Int32Array.from(all).sort()),
  { maxLength: 8 },
);
const options = { least: 0.1, strong: 0.25, places };

describe("phi", () => {
  test("should be the correlation of two yes-or-no values", () => {
    // 2 × 2 table 10, 5, 5, 20: (10 · 20 − 5 · 5) / √(15 · 25 · 15 · 25) = 175 / 375
    const one = Int32Array.from({ length: 15 }, (_, index) => index);
    const other = Int32Array.from({ length: 15 }, (_, index) => index + 5);
    expect(phi(one, other, 40)).toBeCloseTo(175 / 375, 12);
    expect(phi(one, one, 40)).toBeCloseTo(1, 12);
    expect(phi(one, Int32Array.of(), 40)).toBe(0);
  });
});

describe("joinedByOccurrence", () => {
  test("should join what stands in turn with a third, and leave the rest apart", () => {
    const parcel = Int32Array.of(0, 1, 2, 3, 4, 5);
    const courier = Int32Array.of(4, 5, 6, 7);
    const late = Int32Array.of(0, 1, 6, 7);
    const tight = Int32Array.of(20, 21, 22, 23);
    expect(joinedByOccurrence([parcel, tight, courier, late], options)).toEqual([[0, 2, 3], [1]]);
  });

  test("should put each thing into one group", () => {
    fc.assert(
      fc.property(things, (all) => {
        const groups = joinedByOccurrence(all, options);
        expect(groups.flat().sort((a, b) => a - b)).toEqual([...all.keys()]);
      }),
    );
  });

  test("should part no two things that are strongly tied", () => {
    fc.assert(
      fc.property(things, (all) => {
        const groups = joinedByOccurrence(all, options);
        const groupOf = (thing: number) => groups.findIndex((group) => group.includes(thing));
        all.forEach((one, a) => {
          all.forEach((other, b) => {
            if (phi(one, other, places) >= 0.25) expect(groupOf(a)).toBe(groupOf(b));
          });
        });
      }),
    );
  });
});
