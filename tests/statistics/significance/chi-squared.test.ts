import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { chiSquaredTail, evennessTest } from "../../../src/statistics/significance/chi-squared.ts";

describe("chiSquaredTail", () => {
  // Critical values of every printed table (for example NIST, e-Handbook 1.3.6.7.4), to the digits printed there.
  test.each([
    [3.841, 1, 0.05],
    [6.635, 1, 0.01],
    [5.991, 2, 0.05],
    [13.816, 2, 0.001],
    [7.815, 3, 0.05],
    [18.307, 10, 0.05],
    [24.996, 15, 0.05],
    [66.339, 49, 0.05],
    [124.342, 100, 0.05],
  ])("should give the level of the critical value %d at %d degrees", (statistic, degrees, level) => {
    expect(chiSquaredTail(statistic, degrees)).toBeCloseTo(level, 4);
  });

  test("should be exp(-x / 2) at two degrees", () => {
    for (const x of [0.1, 1, 10, 100]) expect(chiSquaredTail(x, 2)).toBeCloseTo(Math.exp(-x / 2), 12);
  });

  test("should be 1 at nothing, and never leave 0 to 1", () => {
    expect(chiSquaredTail(0, 3)).toBe(1);
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1e5, noNaN: true }),
        fc.integer({ min: 1, max: 300 }),
        (x, degrees) => {
          const tail = chiSquaredTail(x, degrees);
          expect(tail).toBeGreaterThanOrEqual(0);
          expect(tail).toBeLessThanOrEqual(1);
          expect(chiSquaredTail(x + 1, degrees)).toBeLessThanOrEqual(tail + 1e-6);
        },
      ),
    );
  });

  test("should refuse degrees that are no whole number from 1 on", () => {
    expect(() => chiSquaredTail(1, 0)).toThrow("not 0");
    expect(() => chiSquaredTail(1, 1.5)).toThrow("not 1.5");
  });
});

describe("evennessTest", () => {
  test("should be the sum of squared differences over what is expected", () => {
    // Expected 20 each: (100 + 0 + 100) / 20 = 10 at 2 degrees, p = exp(-5), w = sqrt(10 / 60).
    const found = evennessTest([10, 20, 30]);
    expect(found).toMatchObject({ statistic: 10, degrees: 2 });
    expect(found?.p).toBeCloseTo(Math.exp(-5), 12);
    expect(found?.effect).toBeCloseTo(Math.sqrt(1 / 6), 12);
  });

  test("should find nothing in equal counts", () => {
    expect(evennessTest([7, 7, 7])).toMatchObject({ statistic: 0, p: 1, effect: 0 });
  });

  test("should not judge a single count, nor few in each", () => {
    expect(evennessTest([100])).toBeNull();
    expect(evennessTest([4, 4])).toBeNull();
  });
});
