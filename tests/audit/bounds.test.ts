import { describe, expect, test } from "vitest";
import { median, misses, type PageFigures } from "./bounds.ts";

const good: PageFigures = {
  performance: 100,
  accessibility: 100,
  bestPractices: 100,
  seo: 100,
  layoutShift: 0,
  page: 80_000,
  frameworkBefore: 0,
  scriptTouched: 120_000,
};

describe("misses", () => {
  test("should find nothing on a page that keeps every bound", () => {
    expect(misses("segments/", good, 98)).toEqual([]);
    expect(misses("data/", { ...good, performance: 98, scriptTouched: null }, 98)).toEqual([]);
  });

  test("should name page, number, value and bound of each that does not", () => {
    expect(misses("segments/", { ...good, performance: 97, page: 130_000, frameworkBefore: 1 }, 98)).toEqual([
      "segments/: performance is 97, at least 98 is asked",
      "segments/: page is 130000, at most 122880 is asked",
      "segments/: frameworkBefore is 1, at most 0 is asked",
    ]);
  });
});

test("a busy machine may ask for less performance", () => {
  expect(misses("data/", { ...good, performance: 95 }, 95)).toEqual([]);
  expect(misses("data/", { ...good, performance: 94 }, 95)).toHaveLength(1);
});

describe("median", () => {
  test("should be the middle value", () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([1, 2])).toBe(1);
    expect(median([])).toBeNaN();
  });
});
