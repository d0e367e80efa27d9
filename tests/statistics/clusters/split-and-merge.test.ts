import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addCentroid, dropCentroid } from "../../../src/statistics/clusters/split-and-merge.ts";
import { seededRandom } from "../../../src/statistics/random/random.ts";
import { inertiaOfCentroids, pointsOfRows, rowsOf, starts } from "./clustering-samples.ts";

describe("addCentroid", () => {
  test("should add the point that leaves the smallest inertia", () => {
    // By hand: without 5 the centroids 0 and 20 leave 25; the other points are centroids already.
    const points = pointsOfRows([[0], [5], [20]]);
    for (let seed = 1; seed <= 20; seed += 1) {
      expect(addCentroid(points, Float64Array.of(0, 20), seededRandom(seed))).toEqual(
        Float64Array.of(0, 20, 5),
      );
    }
  });

  test("should take the best of what it draws", () => {
    // The numbers fall on 1, 3, 12, 9 and 10, whose weights from 0 are 1, 9, 144, 81 and 100 of 335: least is left
    // with 10, the last of the five.
    const points = pointsOfRows([[0], [1], [3], [9], [10], [12]]);
    const numbers = [0.001, 0.02, 0.99, 0.1, 0.4];
    expect(addCentroid(points, Float64Array.of(0), () => numbers.shift() ?? Number.NaN)).toEqual(
      Float64Array.of(0, 10),
    );
  });

  test("should not draw a point that is a centroid, even by the number 0", () => {
    const points = pointsOfRows([[0], [5], [6]]);
    expect(addCentroid(points, Float64Array.of(0), () => 0)).toEqual(Float64Array.of(0, 5));
  });

  test("should add a point where every point is a centroid", () => {
    const points = pointsOfRows([[1], [2]]);
    const more = addCentroid(points, Float64Array.of(1, 2), seededRandom(1));
    expect(more).toHaveLength(3);
    expect([1, 2]).toContain(more[2]);
  });

  test("should keep the centroids that it is given and add one of the points, lowering the inertia", () => {
    fc.assert(
      fc.property(starts, fc.integer(), ({ points, k, centroids }, seed) => {
        const { dimensions, values, count } = points;
        const before = centroids.slice();
        const more = addCentroid(points, centroids, seededRandom(seed));
        expect(centroids).toEqual(before);
        expect(more).toHaveLength((k + 1) * dimensions);
        expect(more.slice(0, k * dimensions)).toEqual(before);
        const rows = rowsOf(values, dimensions);
        expect(rows.map((row) => row.join())).toContain(more.slice(k * dimensions).join());
        const had = inertiaOfCentroids(rows, rowsOf(before, dimensions));
        const has = inertiaOfCentroids(rows, rowsOf(more, dimensions));
        if (count > k) expect(has).toBeLessThan(had);
        else expect(has).toBe(0);
      }),
    );
  });
});

describe("dropCentroid", () => {
  const points = pointsOfRows([[0], [10], [11], [30]]);

  test("should leave out the centroid whose points are nearest to another", () => {
    // By hand: without 0 the point 0 is 10 away (100), without 10 the point 10 is 1 away, without 30 19 (361).
    const centroids = Float64Array.of(0, 10, 11, 30);
    expect(dropCentroid(points, centroids, 0)).toEqual(Float64Array.of(0, 11, 30));
    expect(dropCentroid(points, centroids, 1)).toEqual(Float64Array.of(0, 10, 30));
    expect(dropCentroid(points, centroids, 2)).toEqual(Float64Array.of(10, 11, 30));
    expect(dropCentroid(points, centroids, 3)).toEqual(Float64Array.of(0, 10, 11));
    expect(centroids).toEqual(Float64Array.of(0, 10, 11, 30));
  });

  test("should leave out the last in rank where the rank is beyond it", () => {
    expect(dropCentroid(points, Float64Array.of(0, 10, 11, 30), 9)).toEqual(Float64Array.of(0, 10, 11));
  });

  test("should leave out a centroid without points first", () => {
    expect(dropCentroid(points, Float64Array.of(0, 10, 11, 500, 30), 0)).toEqual(
      Float64Array.of(0, 10, 11, 30),
    );
  });

  test("should leave nothing of one centroid", () => {
    expect(dropCentroid(points, Float64Array.of(4), 0)).toEqual(new Float64Array(0));
  });

  test("should rank centroids by the inertia that is left without them", () => {
    fc.assert(
      fc.property(starts, fc.nat({ max: 6 }), ({ points: { dimensions, ...rest }, k, centroids }, rank) => {
        fc.pre(k > 1);
        const rows = rowsOf(rest.values, dimensions);
        const all = rowsOf(centroids, dimensions);
        const left = all.map((_, index) => inertiaOfCentroids(rows, all.toSpliced(index, 1)));
        const expected = left.toSorted((a, b) => a - b)[Math.min(rank, k - 1)] ?? Number.NaN;
        const fewer = dropCentroid({ dimensions, ...rest }, centroids, rank);
        expect(fewer).toHaveLength((k - 1) * dimensions);
        expect(inertiaOfCentroids(rows, rowsOf(fewer, dimensions))).toBeCloseTo(expected, 9);
      }),
    );
  });
});
