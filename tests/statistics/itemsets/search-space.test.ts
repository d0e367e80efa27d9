import { describe, expect, test } from "vitest";
import { searchSpace } from "../../../src/statistics/itemsets/search-space.ts";

const any = () => true;
const apart = (one: number, other: number) => one !== other;

describe("searchSpace", () => {
  test("should count every pair once, and every rule of three items", () => {
    expect(searchSpace([250], any, { maxLength: 3, maxConsequent: 1 })).toEqual([
      { size: 2, tests: 31_125 },
      { size: 3, tests: 3 * 2_573_000 },
    ]);
  });

  test("should count rules with consequents of several items", () => {
    expect(searchSpace([4], any, { maxLength: 4, maxConsequent: 2 })).toEqual([
      { size: 2, tests: 6 },
      { size: 3, tests: 4 * 6 },
      { size: 4, tests: 4 + 6 },
    ]);
  });

  test("should leave out values of one field, and fields that may not meet", () => {
    expect(searchSpace([2, 4, 3], apart, { maxLength: 3, maxConsequent: 1 })).toEqual([
      { size: 2, tests: 2 * 4 + 2 * 3 + 4 * 3 },
      { size: 3, tests: 3 * 2 * 4 * 3 },
    ]);
    const withoutLast = (one: number, other: number) => one !== other && one + other !== 3;
    expect(searchSpace([2, 4, 3], withoutLast, { maxLength: 3, maxConsequent: 1 })).toEqual([
      { size: 2, tests: 2 * 4 + 2 * 3 },
    ]);
  });

  test("should have no layer where there is nothing to put together", () => {
    expect(searchSpace([1], any, { maxLength: 3, maxConsequent: 1 })).toEqual([]);
    expect(searchSpace([], any, { maxLength: 3, maxConsequent: 1 })).toEqual([]);
  });
});
