import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { seededRandom } from "../../../src/statistics/random/random.ts";
import { sampleIndexes } from "../../../src/statistics/random/sample-indexes.ts";

const sizes = fc.integer({ min: 0, max: 200 });

describe("sampleIndexes", () => {
  test("should take each index with the chance that algorithm S gives it", () => {
    // By hand, Knuth's step S3, 2 of 4: 4 × 0.6 is not below 2; 3 × 0.6 < 2 takes 1; 2 × 0.6 is not below 1;
    // 1 × 0.6 < 1 takes 3.
    expect(sampleIndexes(4, 2, () => 0.6)).toEqual(Uint32Array.of(1, 3));
  });

  test("should be all indexes where as many or more are wanted", () => {
    const all = Uint32Array.of(0, 1, 2, 3);
    for (const size of [4, 5, 1000]) expect(sampleIndexes(4, size, seededRandom(1))).toEqual(all);
  });

  test("should be empty where none are wanted or there", () => {
    expect(sampleIndexes(4, 0, seededRandom(1))).toEqual(new Uint32Array(0));
    expect(sampleIndexes(0, 4, seededRandom(1))).toEqual(new Uint32Array(0));
  });

  test("should be of the size that is wanted whatever is drawn", () => {
    fc.assert(
      fc.property(
        sizes,
        sizes,
        fc.double({ min: 0, max: 1 - 2 ** -53, noNaN: true }),
        (count, size, value) => {
          const indexes = sampleIndexes(count, size, () => value);
          expect(indexes).toHaveLength(Math.min(count, size));
          expect(new Set(indexes).size).toBe(indexes.length);
        },
      ),
    );
  });

  test("should be ascending, distinct and within the range", () => {
    fc.assert(
      fc.property(sizes, sizes, fc.integer(), (count, size, seed) => {
        const indexes = sampleIndexes(count, size, seededRandom(seed));
        expect(indexes).toHaveLength(Math.min(count, size));
        let before = -1;
        for (const index of indexes) {
          expect(index).toBeGreaterThan(before);
          before = index;
        }
        expect(before).toBeLessThan(count);
      }),
    );
  });

  test("should be the same for the same seed", () => {
    expect(sampleIndexes(100, 10, seededRandom(3))).toEqual(sampleIndexes(100, 10, seededRandom(3)));
  });

  test("should give every pair of four the same chance", () => {
    // 6,000 draws: each of the six pairs comes 1,000 times, give or take 29; five times that is allowed.
    const random = seededRandom(11);
    const times = new Map<string, number>();
    for (let draw = 0; draw < 6000; draw += 1) {
      const pair = sampleIndexes(4, 2, random).join(" ");
      times.set(pair, (times.get(pair) ?? 0) + 1);
    }
    expect(times.size).toBe(6);
    for (const count of times.values()) expect(Math.abs(count - 1000)).toBeLessThan(145);
  });

  test("should favour no place in the range", () => {
    // 4,000 draws of 30 of 100: each index comes 1,200 times, give or take 29.
    const random = seededRandom(12);
    const times = new Uint32Array(100);
    for (let draw = 0; draw < 4000; draw += 1) {
      for (const index of sampleIndexes(100, 30, random)) times[index] = (times[index] ?? 0) + 1;
    }
    for (const count of times) expect(Math.abs(count - 1200)).toBeLessThan(145);
  });
});
