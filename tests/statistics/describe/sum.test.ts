import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sum } from "../../../src/statistics/describe/sum.ts";
import { samples, shuffled } from "../samples.ts";

describe("sum", () => {
  test("should be 0 for no values", () => {
    expect(sum([])).toBe(0);
  });

  test("should keep what a large value would swallow", () => {
    // The example that tells Neumaier's sum (2) from Kahan's (0): A. Neumaier, ZAMM 54 (1974), 39–51.
    expect(sum([1, 1e100, 1, -1e100])).toBe(2);
  });

  test("should add ten tenths to one", () => {
    // Python's documentation of math.fsum: sum([.1] * 10) is 0.9999999999999999, fsum gives 1.0.
    expect(sum(Array<number>(10).fill(0.1))).toBe(1);
  });

  test("should add a million cents without drift", () => {
    expect(sum(Array<number>(1_000_000).fill(0.01))).toBe(10_000);
  });

  test("should not depend on the order of amounts in cents", () => {
    const money = fc.array(
      fc.integer({ min: -1_000_000, max: 1_000_000 }).map((cents) => cents / 100),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(shuffled(money), ({ list, other }) => {
        expect(sum(other)).toBe(sum(list));
      }),
    );
  });

  test("should be what the exact sum of the values rounds to, but for the last digit", () => {
    fc.assert(
      fc.property(samples, (values) => {
        // Whole multiples of 2 ** -20 add up exactly as integers.
        const whole = values.map((value) => Math.round(value * 2 ** 20));
        const exact = Number(whole.reduce((all, value) => all + BigInt(value), 0n));
        expect(Math.abs(sum(whole) - exact)).toBeLessThanOrEqual(Math.abs(exact) * 2 ** -52);
      }),
    );
  });
});
