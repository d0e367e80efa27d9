import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Clustering } from "../../../src/statistics/clusters/clustering.ts";
import { lloyd } from "../../../src/statistics/clusters/lloyd.ts";
import type { Points } from "../../../src/statistics/describe/points.ts";
import { exchange } from "../../../src/statistics/random/exchange.ts";
import {
  expectClose,
  expectToFit,
  inertiaOfLabels,
  pointsOfRows,
  rowsOf,
  starts,
} from "../clusters/clustering-samples.ts";

const enough = 1000;

/** The least inertia that moving any one point to any other cluster leads to, each worked out from nothing. */
function leastOfSingleMoves({ dimensions, values }: Points, { k, labels, sizes }: Clustering): number {
  const rows = rowsOf(values, dimensions);
  let least = Number.POSITIVE_INFINITY;
  labels.forEach((label, index) => {
    // Emptying a cluster is no move.
    if (sizes[label] === 1) return;
    for (let other = 0; other < k; other += 1) {
      if (other !== label) least = Math.min(least, inertiaOfLabels(rows, labels.with(index, other), k));
    }
  });
  return least;
}

describe("exchange", () => {
  test("should move a point that is at its nearest centroid where that gains", () => {
    // By hand: 3 is nearer to 1.5, the mean of {0, 3}, than to 5; yet {0}, {3, 5} has 2 in place of 4.5.
    const points = pointsOfRows([[0], [3], [5]]);
    const stuck = lloyd(points, Float64Array.of(1.5, 5), enough);
    expect(stuck).toMatchObject({ labels: Uint8Array.of(0, 0, 1), inertia: 4.5 });
    expect(exchange(points, stuck, enough)).toEqual({
      k: 2,
      centroids: Float64Array.of(0, 4),
      labels: Uint8Array.of(0, 1, 1),
      sizes: Uint32Array.of(1, 2),
      inertia: 2,
    });
    // What it was given is as it was.
    expect(stuck.labels).toEqual(Uint8Array.of(0, 0, 1));
    expect(stuck.centroids).toEqual(Float64Array.of(1.5, 5));
    expect(stuck.sizes).toEqual(Uint32Array.of(2, 1));
  });

  test("should fill a cluster that is empty", () => {
    const points = pointsOfRows([[0], [1], [10]]);
    const start = lloyd(points, Float64Array.of(0, 100), enough);
    expect(start.sizes).toEqual(Uint32Array.of(3, 0));
    const found = exchange(points, start, enough);
    expectToFit(points, found);
    expect(found.inertia).toBe(0.5);
  });

  test("should do nothing in no rounds", () => {
    const points = pointsOfRows([[0], [3], [5]]);
    const start = lloyd(points, Float64Array.of(1.5, 5), enough);
    expect(exchange(points, start, 0)).toEqual(start);
  });

  test("should not move points that are all alike", () => {
    const points = pointsOfRows([[7], [7], [7], [7]]);
    const start = lloyd(points, Float64Array.of(7, 8), enough);
    expect(exchange(points, start, enough)).toEqual(start);
  });

  test("should never raise the inertia, however many rounds", () => {
    fc.assert(
      fc.property(starts, fc.integer({ min: 1, max: 4 }), ({ points, centroids }, lloyds) => {
        const start = lloyd(points, centroids, lloyds);
        let before = start.inertia;
        for (let rounds = 1; rounds <= 5; rounds += 1) {
          const { inertia } = exchange(points, start, rounds);
          expect(inertia).toBeLessThanOrEqual(before * (1 + 1e-12) + 1e-12);
          before = inertia;
        }
      }),
    );
  });

  test("should have sizes, means and inertia of its labels, whenever it ends", () => {
    fc.assert(
      fc.property(starts, fc.constantFrom(1, 2, enough), ({ points, centroids }, rounds) => {
        expectToFit(points, exchange(points, lloyd(points, centroids, 1), rounds));
      }),
    );
  });

  test("should empty no cluster", () => {
    fc.assert(
      fc.property(starts, ({ points, centroids }) => {
        const start = lloyd(points, centroids, 1);
        const { sizes } = exchange(points, start, enough);
        start.sizes.forEach((size, cluster) => {
          if (size > 0) expect(sizes[cluster]).toBeGreaterThan(0);
        });
      }),
    );
  });

  test("should end where no single move lowers the inertia", () => {
    fc.assert(
      fc.property(starts, ({ points, centroids }) => {
        fc.pre(points.count <= 40);
        const found = exchange(points, lloyd(points, centroids, enough), enough);
        expect(leastOfSingleMoves(points, found)).toBeGreaterThanOrEqual(found.inertia * (1 - 1e-9) - 1e-12);
      }),
    );
  });

  test("should end at an optimum of Lloyd's as well", () => {
    fc.assert(
      fc.property(starts, ({ points, centroids }) => {
        const found = exchange(points, lloyd(points, centroids, enough), enough);
        const again = lloyd(points, found.centroids, enough);
        expect(again.labels).toEqual(found.labels);
        expectClose(again.inertia, found.inertia, 1e-12);
      }),
    );
  });
});
