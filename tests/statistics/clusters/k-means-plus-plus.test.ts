import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { kMeansPlusPlus } from "../../../src/statistics/clusters/k-means-plus-plus.ts";
import { type Random, seededRandom } from "../../../src/statistics/random/random.ts";
import { inertiaOfCentroids, pointsOfRows, rowsOf, starts } from "./clustering-samples.ts";

/** The numbers one after the other. */
function scripted(...numbers: number[]): Random {
  return () => {
    const next = numbers.shift();
    if (next === undefined) throw new Error("no number is left");
    return next;
  };
}

describe("kMeansPlusPlus", () => {
  test("should take the candidate that leaves the smallest inertia", () => {
    // By hand: from 0 the weights are 0, 1, 100, 121. 0.001 of 222 falls on the point 1, 0.3 on 10. Then 181
    // is left with 1, 2 with 10.
    const points = pointsOfRows([[0], [1], [10], [11]]);
    expect(kMeansPlusPlus(points, 2, scripted(0, 0.001, 0.3))).toEqual(Float64Array.of(0, 10));
    expect(kMeansPlusPlus(points, 2, scripted(0, 0.3, 0.001))).toEqual(Float64Array.of(0, 10));
  });

  test("should draw as many candidates as scikit-learn: 2 + log k, rounded down", () => {
    const points = pointsOfRows(Array.from({ length: 30 }, (_, index) => [index ** 2]));
    for (const [k, trials] of [
      [2, 2],
      [3, 3],
      [7, 3],
      [8, 4],
      [21, 5],
    ] as const) {
      const random = seededRandom(k);
      let draws = 0;
      kMeansPlusPlus(points, k, () => {
        draws += 1;
        return random();
      });
      expect(draws).toBe(1 + (k - 1) * trials);
    }
  });

  test("should draw candidates in proportion to their squared distance", () => {
    // From 0 the points 1 and 3 have weights 1 and 9: a tenth of all numbers falls on 1.
    const points = pointsOfRows([[0], [1], [3]]);
    const second = (number: number) => kMeansPlusPlus(points, 2, scripted(0, number, number))[1];
    expect([0, 0.05, 0.0999].map(second)).toEqual([1, 1, 1]);
    expect([0.1001, 0.5, 1 - 2 ** -53].map(second)).toEqual([3, 3, 3]);
  });

  test("should draw the first as likely as any other", () => {
    const points = pointsOfRows([[0], [1], [3], [9]]);
    expect([0, 0.3, 0.6, 0.9].map((number) => kMeansPlusPlus(points, 1, () => number)[0])).toEqual([
      0, 1, 3, 9,
    ]);
  });

  test("should start apart clumps with a centroid each", () => {
    // Hundreds of clumps' widths apart, so that a second candidate in the same clump is never the better one.
    const centres = [0, 1000, 2000, 3000, 4000];
    const points = pointsOfRows(centres.flatMap((centre) => [-1, 0, 1].map((shift) => [centre + shift])));
    for (let seed = 1; seed <= 50; seed += 1) {
      const centroids = kMeansPlusPlus(points, 5, seededRandom(seed));
      expect(new Set(centroids.map((value) => Math.round(value / 1000))).size).toBe(5);
    }
  });

  test("should give points, and each at most once", () => {
    fc.assert(
      fc.property(starts, fc.integer(), ({ points, k }, seed) => {
        const centroids = kMeansPlusPlus(points, k, seededRandom(seed));
        expect(centroids).toHaveLength(k * points.dimensions);
        const known = new Set(rowsOf(points.values, points.dimensions).map((row) => row.join()));
        const taken = rowsOf(centroids, points.dimensions).map((row) => row.join());
        for (const row of taken) expect(known).toContain(row);
        expect(new Set(taken).size).toBe(k);
      }),
    );
  });

  test("should give points again where there are fewer different ones than centroids", () => {
    const points = pointsOfRows([[1], [2], [1], [2]]);
    for (let seed = 1; seed <= 20; seed += 1) {
      const centroids = kMeansPlusPlus(points, 4, seededRandom(seed));
      expect(new Set(centroids)).toEqual(new Set([1, 2]));
    }
  });

  test("should be the same for the same numbers", () => {
    fc.assert(
      fc.property(starts, fc.integer(), ({ points, k }, seed) => {
        expect(kMeansPlusPlus(points, k, seededRandom(seed))).toEqual(
          kMeansPlusPlus(points, k, seededRandom(seed)),
        );
      }),
    );
  });

  test("should start better than points taken at random, on the whole", () => {
    const random = seededRandom(5);
    const points = pointsOfRows(
      Array.from({ length: 200 }, (_, index) => [10 * (index % 5) + random(), 10 * (index % 2) + random()]),
    );
    const rows = rowsOf(points.values, 2);
    let plus = 0;
    let plain = 0;
    for (let start = 0; start < 40; start += 1) {
      plus += inertiaOfCentroids(rows, rowsOf(kMeansPlusPlus(points, 10, random), 2));
      plain += inertiaOfCentroids(
        rows,
        Array.from({ length: 10 }, () => rows[Math.floor(random() * 200)] ?? []),
      );
    }
    expect(plus).toBeLessThan(plain / 2);
  });
});
