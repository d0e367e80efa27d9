import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fractionOf, leastCount } from "../../../src/statistics/itemsets/itemset-thresholds.ts";

describe("fractionOf", () => {
  test.each([
    [0.8, 8, 10],
    [0.001, 1, 1000],
    [0.125, 125, 1000],
    [1e-7, 1, 10_000_000],
    [0, 0, 1],
    [1, 1, 1],
    [0.1 + 0.2, 3, 10],
  ])("should take %d as written", (share, numerator, denominator) => {
    expect(fractionOf(share)).toEqual({ numerator, denominator });
  });

  test.each([-0.1, 1.1, Number.NaN])("should refuse the share %d", (share) => {
    expect(() => fractionOf(share)).toThrow(`${share} is not a share from 0 to 1`);
  });
});

describe("leastCount", () => {
  test("should let a count reach the share that it lies on exactly", () => {
    expect(leastCount(20, fractionOf(0.8))).toBe(16);
    expect(leastCount(9835, fractionOf(0.001))).toBe(10);
    expect(leastCount(3900, fractionOf(0.05))).toBe(195);
    expect(leastCount(0, fractionOf(0.5))).toBe(0);
  });

  test("should be exact where products leave the whole numbers of a double", () => {
    expect(leastCount(3_000_000_000, { numerator: 1e15 - 1, denominator: 1e15 })).toBe(3_000_000_000);
    expect(leastCount(3_000_000_000, { numerator: 333_333_333_333_333, denominator: 1e15 })).toBe(1e9);
  });

  test.each([
    [1.5, 2],
    [-1, 2],
    [1, 0],
    [3, 2],
  ])("should refuse %d/%d", (numerator, denominator) => {
    expect(() => leastCount(10, { numerator, denominator })).toThrow(RangeError);
  });

  test("should be the smallest count that reaches the fraction", () => {
    fc.assert(
      fc.property(
        fc.nat(2 ** 40),
        fc.nat(1e15).chain((denominator) => fc.tuple(fc.nat(denominator), fc.constant(denominator + 1))),
        (whole, [numerator, denominator]) => {
          const count = BigInt(leastCount(whole, { numerator, denominator }));
          const wanted = BigInt(numerator) * BigInt(whole);
          expect(count * BigInt(denominator) >= wanted).toBe(true);
          expect(count === 0n || (count - 1n) * BigInt(denominator) < wanted).toBe(true);
        },
      ),
    );
  });
});
