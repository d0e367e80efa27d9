import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { kMeans, thorough } from "../../../src/statistics/clusters/k-means.ts";
import { lloyd } from "../../../src/statistics/clusters/lloyd.ts";
import { mlKMeans } from "../../../src/statistics/clusters/ml-k-means.ts";
import { seededRandom } from "../../../src/statistics/random/random.ts";
import {
  expectClose,
  expectToFit,
  golden,
  pointsOfRows,
  shoppingPoints,
  starts,
} from "./clustering-samples.ts";

describe("mlKMeans", () => {
  test("should find the centres of scikit-learn's example", () => {
    // sklearn.cluster.KMeans: centres [10, 2] and [1, 2], labels [1, 1, 1, 0, 0, 0].
    const points = pointsOfRows([
      [1, 2],
      [1, 4],
      [1, 0],
      [10, 2],
      [10, 4],
      [10, 0],
    ]);
    expect(mlKMeans(points, Float64Array.of(10, 4, 1, 0))).toEqual({
      k: 2,
      centroids: Float64Array.of(10, 2, 1, 2),
      labels: Uint8Array.of(1, 1, 1, 0, 0, 0),
      sizes: Uint32Array.of(3, 3),
      inertia: 16,
    });
  });

  test("should leave the centroids that it is given as they were", () => {
    const centroids = Float64Array.of(0, 1);
    mlKMeans(pointsOfRows([[0], [1], [5]]), centroids);
    expect(centroids).toEqual(Float64Array.of(0, 1));
  });

  test("should have sizes, means and inertia of its labels", () => {
    fc.assert(
      fc.property(starts, ({ points, centroids }) => {
        expectToFit(points, mlKMeans(points, centroids));
      }),
    );
  });

  test("should confirm an optimum of Lloyd's", () => {
    fc.assert(
      fc.property(starts, ({ points, centroids }) => {
        const optimum = lloyd(points, centroids, 1000);
        const confirmed = mlKMeans(points, optimum.centroids);
        expect(confirmed.labels).toEqual(optimum.labels);
        expect(confirmed.sizes).toEqual(optimum.sizes);
        expectClose(confirmed.inertia, optimum.inertia, 1e-12);
        optimum.centroids.forEach((value, cell) => {
          expect(confirmed.centroids[cell]).toBeCloseTo(value, 9);
        });
      }),
    );
  });

  test("should confirm the clusters of the shopping data", (context) => {
    const points = shoppingPoints(context);
    const best = kMeans(points, 4, seededRandom(1), thorough);
    const confirmed = mlKMeans(points, best.centroids);
    expect(confirmed.labels).toEqual(best.labels);
    expect(confirmed.sizes).toEqual(best.sizes);
    expectClose(confirmed.inertia, best.inertia);
    expect(Math.abs(confirmed.inertia / (golden.inertia[3] ?? Number.NaN) - 1)).toBeLessThan(5e-5);
  });
});
