import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Clustering } from "../../../src/statistics/clusters/clustering.ts";
import { kMeansByK } from "../../../src/statistics/clusters/k-means-by-k.ts";
import { meanSilhouettes } from "../../../src/statistics/clusters/silhouette.ts";
import type { Points } from "../../../src/statistics/describe/points.ts";
import { seededRandom } from "../../../src/statistics/random/random.ts";
import {
  blobs,
  golden,
  pointsOfRows,
  rowsOf,
  shoppingPoints,
  squaredDistance,
} from "./clustering-samples.ts";

/** From the definition (Rousseeuw 1987), point by point. */
function naive({ dimensions, values }: Points, labels: Uint8Array): number {
  const rows = rowsOf(values, dimensions);
  const clusters = [...new Set(labels)];
  const meanDistance = (index: number, label: number) => {
    const others = rows.filter((_, other) => other !== index && labels[other] === label);
    return (
      others.reduce((all, row) => all + Math.sqrt(squaredDistance(row, rows[index] ?? [])), 0) / others.length
    );
  };
  const silhouettes = rows.map((_, index) => {
    const own = labels[index] ?? -1;
    if (labels.filter((label) => label === own).length === 1) return 0;
    const a = meanDistance(index, own);
    const b = Math.min(
      ...clusters.filter((label) => label !== own).map((label) => meanDistance(index, label)),
    );
    return a === b ? 0 : (b - a) / Math.max(a, b);
  });
  return clusters.length < 2
    ? Number.NaN
    : silhouettes.reduce((all, value) => all + value, 0) / silhouettes.length;
}

/** Points on a coarse grid, some of them the same, with up to four labelings that skip some labels. */
const labeled = fc
  .record({
    rows: fc.array(
      fc.tuple(
        fc.integer({ min: -20, max: 20 }),
        fc.integer({ min: -20, max: 20 }),
        fc.integer({ min: 0, max: 2 }),
      ),
      { minLength: 1, maxLength: 30 },
    ),
    clusterings: fc.integer({ min: 1, max: 4 }),
  })
  .chain(({ rows, clusterings }) =>
    fc.record({
      points: fc.constant(pointsOfRows(rows)),
      labelings: fc.array(
        fc
          .array(fc.constantFrom(0, 1, 3, 254), { minLength: rows.length, maxLength: rows.length })
          .map((labels) => Uint8Array.from(labels)),
        { minLength: clusterings, maxLength: clusterings },
      ),
    }),
  );

describe("meanSilhouettes", () => {
  test("should be the mean of scikit-learn's example with a point alone", () => {
    // scikit-learn, sklearn/metrics/cluster/tests/test_unsupervised.py, test_cluster_size_1: silhouettes of
    // 0 (alone), 0.5, 0.5, 0, 1 and 1 (two equal points).
    const points = pointsOfRows([[0], [1], [1], [2], [3], [3]]);
    expect(meanSilhouettes(points, [Uint8Array.of(0, 1, 1, 1, 2, 2)])).toEqual([0.5]);
  });

  test("should be what the definition gives for two pairs", () => {
    // By hand: a = 1 for each; b = 10.5 from the outer and 9.5 from the inner points.
    const [mean] = meanSilhouettes(pointsOfRows([[0], [1], [10], [11]]), [Uint8Array.of(0, 0, 1, 1)]);
    expect(mean).toBeCloseTo((9.5 / 10.5 + 8.5 / 9.5) / 2, 15);
  });

  test("should be 0 where every point is alone, and for points that are all alike", () => {
    const labels = Uint8Array.of(0, 1, 2);
    expect(meanSilhouettes(pointsOfRows([[0], [1], [10]]), [labels])).toEqual([0]);
    expect(meanSilhouettes(pointsOfRows([[4], [4], [4], [4]]), [Uint8Array.of(0, 0, 1, 1)])).toEqual([0]);
  });

  test("should be NaN for one cluster, whatever its name, and for no points", () => {
    const points = pointsOfRows([[0], [1], [10]]);
    expect(meanSilhouettes(points, [Uint8Array.of(0, 0, 0), Uint8Array.of(7, 7, 7)])).toEqual([
      Number.NaN,
      Number.NaN,
    ]);
    expect(meanSilhouettes(pointsOfRows([[1]]), [Uint8Array.of(0)])).toEqual([Number.NaN]);
    expect(meanSilhouettes(pointsOfRows([]), [new Uint8Array(0)])).toEqual([Number.NaN]);
  });

  test("should give none for no clusterings", () => {
    expect(meanSilhouettes(pointsOfRows([[0], [1]]), [])).toEqual([]);
  });

  test("should be what the definition gives, for several clusterings at once", () => {
    fc.assert(
      fc.property(labeled, ({ points, labelings }) => {
        const found = meanSilhouettes(points, labelings);
        expect(found).toHaveLength(labelings.length);
        labelings.forEach((labels, index) => {
          const expected = naive(points, labels);
          if (Number.isNaN(expected)) expect(found[index]).toBeNaN();
          else expect(Math.abs((found[index] ?? Number.NaN) - expected)).toBeLessThan(1e-12);
        });
      }),
    );
  });

  test("should be the same alone and among others, and from -1 to 1", () => {
    fc.assert(
      fc.property(labeled, ({ points, labelings }) => {
        meanSilhouettes(points, labelings).forEach((mean, index) => {
          const [alone = 0] = meanSilhouettes(points, labelings.slice(index, index + 1));
          if (Number.isNaN(alone)) expect(mean).toBeNaN();
          else {
            expect(mean).toBeCloseTo(alone, 12);
            expect(Math.abs(mean)).toBeLessThanOrEqual(1);
          }
        });
      }),
    );
  });

  test("should be near 1 for clumps far apart, and below 0 where points are in the wrong one", () => {
    const points = blobs(
      [
        [0, 0],
        [100, 0],
        [0, 100],
      ],
      20,
      1,
      seededRandom(1),
    );
    const right = Uint8Array.from({ length: 60 }, (_, index) => index % 3);
    const wrong = Uint8Array.from({ length: 60 }, (_, index) => Math.floor(index / 3) % 2);
    const [good = 0, bad = 0] = meanSilhouettes(points, [right, wrong]);
    expect(good).toBeGreaterThan(0.98);
    expect(bad).toBeLessThan(0);
  });

  test("should be scikit-learn's on the shopping data", (context) => {
    const points = shoppingPoints(context);
    // The best of a few searches: one may end at a neighbouring optimum, whose silhouette is another.
    const best: Clustering[] = [];
    for (const seed of [1, 2, 3, 4, 5]) {
      kMeansByK(points, 8, seededRandom(seed)).forEach((clustering, index) => {
        if (clustering.inertia < (best[index]?.inertia ?? Number.POSITIVE_INFINITY)) best[index] = clustering;
      });
    }
    const found = meanSilhouettes(
      points,
      best.slice(1).map(({ labels }) => labels),
    );
    expect(found).toHaveLength(golden.silhouette.length);
    golden.silhouette.forEach((expected, index) => {
      expect(Math.abs((found[index] ?? Number.NaN) - expected)).toBeLessThan(0.005);
    });
  });
});
