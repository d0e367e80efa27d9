import fc from "fast-check";
import { kmeans } from "ml-kmeans";
import { describe, expect, test } from "vitest";
import { lloyd } from "../../../src/statistics/clusters/lloyd.ts";
import {
  expectClose,
  expectToFit,
  inertiaOfCentroids,
  inertiaOfLabels,
  meansOf,
  nearestOf,
  pointsOfRows,
  rowsOf,
  squaredDistance,
  starts,
} from "./clustering-samples.ts";

/** Lloyd's method as textbooks have it: label all points, move all centroids, again. */
function textbook(
  rows: readonly (readonly number[])[],
  start: readonly (readonly number[])[],
  rounds: number,
) {
  let centroids = [...start];
  let labels: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const next = rows.map((row) => nearestOf(row, centroids));
    if (next.join() === labels.join()) break;
    labels = next;
    centroids = meansOf(rows, labels, centroids);
  }
  return { labels, centroids };
}

const enough = 1000;

describe("lloyd", () => {
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
    expect(lloyd(points, Float64Array.of(10, 4, 1, 0), enough)).toEqual({
      k: 2,
      centroids: Float64Array.of(10, 2, 1, 2),
      labels: Uint8Array.of(1, 1, 1, 0, 0, 0),
      sizes: Uint32Array.of(3, 3),
      inertia: 16,
    });
  });

  test("should end at an optimum that depends on the start", () => {
    // By hand: the corners of an oblong, split across its long sides (4 × 4 / 4) or its short ones (4 × 1 / 4).
    const corners = pointsOfRows([
      [0, 0],
      [0, 2],
      [4, 0],
      [4, 2],
    ]);
    expect(lloyd(corners, Float64Array.of(0, 1, 4, 1), enough).inertia).toBe(4);
    expect(lloyd(corners, Float64Array.of(2, 0, 2, 2), enough).inertia).toBe(16);
  });

  test("should leave the centroid of an empty cluster where it is", () => {
    const points = pointsOfRows([[0], [1], [2]]);
    expect(lloyd(points, Float64Array.of(5, 100), enough)).toEqual({
      k: 2,
      centroids: Float64Array.of(1, 100),
      labels: Uint8Array.of(0, 0, 0),
      sizes: Uint32Array.of(3, 0),
      inertia: 2,
    });
  });

  test("should give a point between two centroids to the first", () => {
    const points = pointsOfRows([[0], [1], [2]]);
    expect(lloyd(points, Float64Array.of(0, 2), 1).labels).toEqual(Uint8Array.of(0, 0, 1));
  });

  test("should label by the centroids that it is given where it has one round", () => {
    fc.assert(
      fc.property(starts, ({ points, centroids }) => {
        const given = rowsOf(centroids, points.dimensions);
        expect([...lloyd(points, centroids, 1).labels]).toEqual(
          rowsOf(points.values, points.dimensions).map((row) => nearestOf(row, given)),
        );
      }),
    );
  });

  test("should leave the centroids that it is given as they were", () => {
    const points = pointsOfRows([[0], [1], [5]]);
    const centroids = Float64Array.of(0, 1);
    lloyd(points, centroids, enough);
    expect(centroids).toEqual(Float64Array.of(0, 1));
  });

  test("should find what the textbook's method finds, round by round", () => {
    fc.assert(
      fc.property(starts, fc.constantFrom(1, 2, 3, 5, enough), ({ points, k, centroids }, rounds) => {
        const rows = rowsOf(points.values, points.dimensions);
        const found = lloyd(points, centroids, rounds);
        const expected = textbook(rows, rowsOf(centroids, points.dimensions), rounds);
        expectClose(found.inertia, inertiaOfLabels(rows, expected.labels, k));
        expect([...found.labels]).toEqual(expected.labels);
        expected.centroids.flat().forEach((value, cell) => {
          expect(found.centroids[cell]).toBeCloseTo(value, 9);
        });
      }),
      { numRuns: 300 },
    );
  });

  test("should agree with ml-kmeans from the same start", () => {
    fc.assert(
      fc.property(starts, ({ points, k, centroids }) => {
        const rows = rowsOf(points.values, points.dimensions).map((row) => [...row]);
        const initialization = rowsOf(centroids, points.dimensions).map((row) => [...row]);
        const { clusters } = kmeans(rows, k, { initialization, tolerance: 0, maxIterations: enough });
        expectClose(lloyd(points, centroids, enough).inertia, inertiaOfLabels(rows, clusters, k));
      }),
    );
  });

  test("should count every point once, and have sizes, means and inertia of its labels", () => {
    fc.assert(
      fc.property(starts, fc.integer({ min: 1, max: 30 }), ({ points, centroids }, rounds) => {
        expectToFit(points, lloyd(points, centroids, rounds));
      }),
    );
  });

  test("should end with every point at its nearest centroid", () => {
    fc.assert(
      fc.property(starts, ({ points, centroids }) => {
        const found = lloyd(points, centroids, enough);
        const means = rowsOf(found.centroids, points.dimensions);
        rowsOf(points.values, points.dimensions).forEach((row, index) => {
          const own = squaredDistance(row, means[found.labels[index] ?? -1] ?? []);
          const least = squaredDistance(row, means[nearestOf(row, means)] ?? []);
          expect(own).toBeLessThanOrEqual(least + 1e-9);
        });
        expectClose(found.inertia, inertiaOfCentroids(rowsOf(points.values, points.dimensions), means));
      }),
    );
  });

  test("should never raise the inertia with more rounds", () => {
    fc.assert(
      fc.property(starts, ({ points, centroids }) => {
        let before = inertiaOfCentroids(
          rowsOf(points.values, points.dimensions),
          rowsOf(centroids, points.dimensions),
        );
        for (let rounds = 1; rounds <= 12; rounds += 1) {
          const { inertia } = lloyd(points, centroids, rounds);
          expect(inertia).toBeLessThanOrEqual(before * (1 + 1e-12) + 1e-12);
          before = inertia;
        }
      }),
    );
  });

  test("should stay where it has ended", () => {
    fc.assert(
      fc.property(starts, ({ points, centroids }) => {
        const ended = lloyd(points, centroids, enough);
        const again = lloyd(points, ended.centroids, enough);
        expect(again.labels).toEqual(ended.labels);
        expectClose(again.inertia, ended.inertia, 1e-12);
      }),
    );
  });

  test("should take points that are all alike", () => {
    const points = pointsOfRows([
      [3, 4],
      [3, 4],
      [3, 4],
    ]);
    const found = lloyd(points, Float64Array.of(3, 4, 3, 4), enough);
    expect(found).toMatchObject({ sizes: Uint32Array.of(3, 0), inertia: 0 });
  });
});
