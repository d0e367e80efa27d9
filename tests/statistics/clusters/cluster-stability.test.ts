import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { clusterStability } from "../../../src/statistics/clusters/cluster-stability.ts";
import { kMeans, thorough } from "../../../src/statistics/clusters/k-means.ts";
import { type Points, pointsOf } from "../../../src/statistics/describe/points.ts";
import { type Random, seededRandom } from "../../../src/statistics/random/random.ts";
import { blobs, noise } from "./clustering-samples.ts";

const corners = [
  [0, 0],
  [100, 0],
  [0, 100],
];

/** Stability of the best k clusters, found again in 40 resamples. */
function stabilityOf(points: Points, k: number, random: Random): Float64Array {
  const recluster = (resample: Points) =>
    kMeans(resample, k, random, { starts: 2, patience: 0, agree: 1, chains: 1 });
  return clusterStability(points, kMeans(points, k, random, thorough), recluster, 40, random);
}

/** Points that tell their own index, so that a resample says which were drawn. */
const numbered = (count: number) => pointsOf([Float64Array.from({ length: count }, (_, index) => index)]);

/** Mean of the greatest Jaccard similarity over resamples with a point of the cluster, by sets. */
function naive(labels: Uint8Array, k: number, resamples: readonly { drawn: number[]; labels: Uint8Array }[]) {
  return Array.from({ length: k }, (_, cluster) => {
    const similarities = resamples.flatMap((resample) => {
      const own = new Set(resample.drawn.filter((index) => labels[index] === cluster));
      if (own.size === 0) return [];
      const others = [...new Set(resample.labels)].map(
        (other) => new Set(resample.drawn.filter((_, place) => resample.labels[place] === other)),
      );
      const similarityTo = (other: Set<number>) => {
        const both = [...own].filter((index) => other.has(index)).length;
        return both / new Set([...own, ...other]).size;
      };
      return [Math.max(...others.map(similarityTo))];
    });
    return similarities.reduce((all, similarity) => all + similarity, 0) / similarities.length;
  });
}

describe("clusterStability", () => {
  test("should be 1 for clumps far apart", () => {
    const random = seededRandom(1);
    expect(stabilityOf(blobs(corners, 30, 1, random), 3, random)).toEqual(Float64Array.of(1, 1, 1));
  });

  test("should be low for the parts into which clumps are cut by more clusters than there are clumps", () => {
    const random = seededRandom(2);
    const stability = stabilityOf(blobs(corners, 30, 20, random), 7, random);
    // Below 0.75 a cluster is no longer stable (Hennig 2007; fpc's documentation of clusterboot).
    expect(Math.min(...stability)).toBeLessThan(0.75);
  });

  test("should call no cluster of even noise stable where there are too many", () => {
    // In five dimensions: noise in a square or a cube has its quarters and eighths to hold on to.
    const random = seededRandom(3);
    const stability = stabilityOf(noise(150, 5, random), 5, random);
    expect(Math.max(...stability)).toBeLessThan(0.75);
    expect(stability.reduce((all, value) => all + value, 0) / 5).toBeLessThan(0.65);
  });

  test("should be 1 where each resample is divided as the points are", () => {
    const labels = Uint8Array.from({ length: 40 }, (_, index) => index % 4);
    // The names of clusters need not be the same.
    const recluster = ({ values }: Points) => ({
      k: 6,
      labels: Uint8Array.from(values, (index) => 5 - (index % 4)),
    });
    expect(clusterStability(numbered(40), { k: 4, labels }, recluster, 20, seededRandom(1))).toEqual(
      Float64Array.of(1, 1, 1, 1),
    );
  });

  test("should be the cluster's share of all where resamples are not divided", () => {
    const labels = Uint8Array.from({ length: 4000 }, (_, index) => (index % 4 === 0 ? 0 : 1));
    const recluster = ({ count }: Points) => ({ k: 1, labels: new Uint8Array(count) });
    const [quarter, rest] = clusterStability(
      numbered(4000),
      { k: 2, labels },
      recluster,
      20,
      seededRandom(1),
    );
    expect(quarter).toBeCloseTo(0.25, 2);
    expect(rest).toBeCloseTo(0.75, 2);
  });

  test("should be NaN for a cluster without points, and without resamples", () => {
    const recluster = ({ count }: Points) => ({ k: 1, labels: new Uint8Array(count) });
    const one = { k: 2, labels: Uint8Array.of(0, 0, 0) };
    expect(clusterStability(numbered(3), one, recluster, 5, seededRandom(1))).toEqual(
      Float64Array.of(1, Number.NaN),
    );
    expect(clusterStability(numbered(3), one, recluster, 0, seededRandom(1))).toEqual(
      Float64Array.of(Number.NaN, Number.NaN),
    );
  });

  test("should resample different points, ascending, 63 % of all", () => {
    const counts: number[] = [];
    const recluster = ({ count, values }: Points) => {
      counts.push(count);
      expect(values).toEqual(Float64Array.from(new Set(values)).sort());
      return { k: 1, labels: new Uint8Array(count) };
    };
    clusterStability(numbered(1000), { k: 1, labels: new Uint8Array(1000) }, recluster, 100, seededRandom(4));
    // Of n points drawn n times, 1 - (1 - 1/n)^n are drawn at all: 0.6323 of 1,000, with a deviation of 0.001 in
    // the mean of 100 resamples.
    expect(counts).toHaveLength(100);
    expect(counts.reduce((all, count) => all + count, 0) / 100_000).toBeCloseTo(0.6323, 2);
  });

  test("should be the mean similarity of sets, from 0 to 1", () => {
    const clustered = fc.record({
      labels: fc
        .array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 30 })
        .map((labels) => Uint8Array.from(labels)),
      names: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 12 }),
      resamples: fc.integer({ min: 1, max: 6 }),
      seed: fc.integer(),
    });
    fc.assert(
      fc.property(clustered, ({ labels, names, resamples, seed }) => {
        const heard: { drawn: number[]; labels: Uint8Array }[] = [];
        const recluster = ({ values }: Points) => {
          const found = Uint8Array.from(values, (_, place) => names[place % names.length] ?? 0);
          heard.push({ drawn: [...values], labels: found });
          return { k: 5, labels: found };
        };
        const points = numbered(labels.length);
        const stability = clusterStability(
          points,
          { k: 4, labels },
          recluster,
          resamples,
          seededRandom(seed),
        );
        expect(heard).toHaveLength(resamples);
        naive(labels, 4, heard).forEach((expected, cluster) => {
          const value = stability[cluster] ?? Number.NaN;
          if (Number.isNaN(expected)) expect(value).toBeNaN();
          else {
            expect(value).toBeCloseTo(expected, 12);
            expect(value).toBeGreaterThan(0);
            expect(value).toBeLessThanOrEqual(1);
          }
        });
      }),
    );
  });

  test("should be the same for the same seed", () => {
    const points = noise(80, 2, seededRandom(5));
    expect(stabilityOf(points, 4, seededRandom(6))).toEqual(stabilityOf(points, 4, seededRandom(6)));
  });
});
