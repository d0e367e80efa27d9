import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { randomIndex, seededRandom } from "../../../src/statistics/random/random.ts";

const draws = (seed: number, count: number) => {
  const random = seededRandom(seed);
  return Array.from({ length: count }, random);
};

describe("seededRandom", () => {
  test("should give numbers from 0 up to, not including, 1", () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        for (const value of draws(seed, 50)) {
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThan(1);
        }
      }),
    );
  });

  test("should give the same numbers for the same seed", () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        expect(draws(seed, 20)).toEqual(draws(seed, 20));
      }),
    );
  });

  test("should give other numbers for another seed", () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer(), (one, other) => {
        fc.pre(one !== other);
        expect(draws(one, 8)).not.toEqual(draws(other, 8));
      }),
    );
  });

  test("should give streams that do not disturb each other", () => {
    const alone = draws(7, 6);
    const one = seededRandom(7);
    const other = seededRandom(8);
    const mixed = alone.map(() => {
      other();
      return one();
    });
    expect(mixed).toEqual(alone);
  });

  test("should spread its numbers evenly", () => {
    // 100,000 draws: each tenth holds 10,000, give or take 95 (binomial); five times that is allowed.
    const tenths = new Map<number, number>();
    for (const value of draws(1, 100_000)) {
      const tenth = Math.floor(value * 10);
      tenths.set(tenth, (tenths.get(tenth) ?? 0) + 1);
    }
    expect(tenths.size).toBe(10);
    for (const count of tenths.values()) expect(Math.abs(count - 10_000)).toBeLessThan(475);
  });

  test("should not let a number tell the next one", () => {
    // The correlation of neighbours in 100,000 draws is 0, give or take 0.0032.
    const values = draws(2, 100_000);
    const products = values.map((value, index) => (value - 0.5) * ((values[index + 1] ?? 0.5) - 0.5));
    const correlation = products.reduce((all, product) => all + product, 0) / values.length / (1 / 12);
    expect(Math.abs(correlation)).toBeLessThan(0.016);
  });
});

describe("randomIndex", () => {
  test("should be a whole number from 0 up to, not including, the limit", () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1, max: 1_000_000 }), (seed, below) => {
        const index = randomIndex(seededRandom(seed), below);
        expect(Number.isInteger(index)).toBe(true);
        expect(index).toBeGreaterThanOrEqual(0);
        expect(index).toBeLessThan(below);
      }),
    );
  });

  test("should divide the range into equal parts", () => {
    expect([0, 0.24, 0.25, 0.74, 0.75, 1 - 2 ** -53].map((value) => randomIndex(() => value, 4))).toEqual([
      0, 0, 1, 2, 3, 3,
    ]);
  });
});
