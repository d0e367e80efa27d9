import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import Papa from "papaparse";
import { expect, type TestContext } from "vitest";
import type { Clustering } from "../../../src/statistics/clusters/clustering.ts";
import { type Points, pointsOf } from "../../../src/statistics/describe/points.ts";
import { standardize } from "../../../src/statistics/describe/standardize.ts";
import { type Random, seededRandom } from "../../../src/statistics/random/random.ts";

type Row = readonly number[];

/** Figures of ../shared/golden/shopping-segmentation.json, by R 4.2.2 and scikit-learn 1.2.1 as it says. */
export const golden = {
  daysBetweenPurchases: {
    Weekly: 7,
    "Bi-Weekly": 14,
    Fortnightly: 14,
    Monthly: 30,
    Quarterly: 90,
    "Every 3 Months": 90,
    Annually: 365,
  } as Record<string, number>,
  /** Of days between purchases, previous purchases and purchase amount. */
  mean: [89.13307692307693, 25.35153846153846, 59.76435897435898],
  deviation: [119.02230337541344, 14.445272856181926, 23.68235546744711],
  /** Of 1, 2, … 10 clusters. */
  inertia: [
    11699.999999999996, 8096.820617771, 5586.556437205749, 4047.850478182, 3079.130761107671,
    2634.5825938807784, 2365.180925739, 2106.306939711779, 1891.328490698678, 1712.430040807,
  ],
  /** Of 2, 3, … 8 clusters. */
  silhouette: [
    0.4433119250657487, 0.3477495712345812, 0.35846666681577544, 0.3738754105929972, 0.37207252606605445,
    0.349743581197954, 0.35364038527140657,
  ],
  /** Of four clusters, ascending. */
  sizes: [572, 1009, 1122, 1197],
};

/** Days between purchases, previous purchases and purchase amount of shopping_trends.csv; skips without it. */
export function shoppingColumns({ skip }: Pick<TestContext, "skip">): Float64Array[] {
  const path = fileURLToPath(new URL("../../../../shared/data/shopping_trends.csv", import.meta.url));
  if (!existsSync(path)) skip(`shopping_trends.csv is not there: put it at ${path}`);
  const { data } = Papa.parse<Record<string, string>>(readFileSync(path, "utf8"), {
    header: true,
    skipEmptyLines: true,
  });
  return [
    Float64Array.from(
      data,
      (row) => golden.daysBetweenPurchases[row["Frequency of Purchases"] ?? ""] ?? Number.NaN,
    ),
    Float64Array.from(data, (row) => Number(row["Previous Purchases"])),
    Float64Array.from(data, (row) => Number(row["Purchase Amount (USD)"])),
  ];
}

/** The golden file's points: the z-scores of these columns. */
export function shoppingPoints(context: Pick<TestContext, "skip">): Points {
  return pointsOf(
    shoppingColumns(context).map((column) => {
      const standard = standardize(column);
      if (standard === null) throw new Error("a constant column");
      return standard.z;
    }),
  );
}

/** Points from rows of coordinates. */
export function pointsOfRows(rows: readonly Row[]): Points {
  const dimensions = rows[0]?.length ?? 0;
  return { count: rows.length, dimensions, values: Float64Array.from(rows.flat()) };
}

/** Flat coordinates as rows. */
export function rowsOf(values: Float64Array, dimensions: number): Row[] {
  return Array.from({ length: values.length / dimensions }, (_, row) => [
    ...values.subarray(row * dimensions, (row + 1) * dimensions),
  ]);
}

/** Points spread evenly over a cube of side 10. */
export function noise(count: number, dimensions: number, random: Random): Points {
  return {
    count,
    dimensions,
    values: Float64Array.from({ length: count * dimensions }, () => 10 * random()),
  };
}

/** Points of the plane around each of the centres, at most `radius` away along each axis. */
export function blobs(centres: readonly Row[], each: number, radius: number, random: Random): Points {
  const rows = Array.from({ length: centres.length * each }, (_, index) =>
    (centres[index % centres.length] ?? []).map((value) => value + radius * (2 * random() - 1)),
  );
  return pointsOfRows(rows);
}

/** Random points and some of them to start from. Coordinates are such that no two distances are equal. */
export interface Start {
  points: Points;
  k: number;
  centroids: Float64Array;
}

export const starts: fc.Arbitrary<Start> = fc
  .record({
    count: fc.integer({ min: 1, max: 80 }),
    dimensions: fc.integer({ min: 1, max: 4 }),
    most: fc.integer({ min: 1, max: 7 }),
    seed: fc.integer(),
    shape: fc.constantFrom("noise", "blobs"),
  })
  .map(({ count, dimensions, most, seed, shape }) => {
    const random = seededRandom(seed);
    const points = noise(count, dimensions, random);
    // Four clumps along the diagonal.
    if (shape === "blobs")
      points.values.forEach((value, cell) => {
        points.values[cell] = value + 8 * (Math.floor(cell / dimensions) % 4);
      });
    const k = Math.min(most, count);
    return { points, k, centroids: points.values.slice(0, k * dimensions) };
  });

/** The squared distance between two rows. */
export function squaredDistance(one: Row, other: Row): number {
  return one.reduce((total, value, axis) => total + (value - (other[axis] ?? Number.NaN)) ** 2, 0);
}

/** The number of the nearest centroid, the first of equals. */
export function nearestOf(row: Row, centroids: readonly Row[]): number {
  const distances = centroids.map((centroid) => squaredDistance(row, centroid));
  return distances.indexOf(Math.min(...distances));
}

/** The mean of the rows of each label; `otherwise` where a label has none. */
export function meansOf(rows: readonly Row[], labels: ArrayLike<number>, otherwise: readonly Row[]): Row[] {
  return otherwise.map((kept, label) => {
    const members = rows.filter((_, index) => labels[index] === label);
    if (members.length === 0) return kept;
    return kept.map((_, axis) => members.reduce((all, row) => all + (row[axis] ?? 0), 0) / members.length);
  });
}

/** The sum of squared distances of rows from the mean of their label. */
export function inertiaOfLabels(rows: readonly Row[], labels: ArrayLike<number>, k: number): number {
  const means = meansOf(rows, labels, Array<Row>(k).fill(rows[0] ?? []));
  return rows.reduce((all, row, index) => all + squaredDistance(row, means[labels[index] ?? -1] ?? []), 0);
}

/** The sum of squared distances of rows from their nearest centroid. */
export function inertiaOfCentroids(rows: readonly Row[], centroids: readonly Row[]): number {
  return rows.reduce(
    (all, row) => all + Math.min(...centroids.map((centroid) => squaredDistance(row, centroid))),
    0,
  );
}

/** Expects the parts of a clustering to fit each other: sizes, means and inertia are those of its labels. */
export function expectToFit({ count, dimensions, values }: Points, clustering: Clustering): void {
  const { k, centroids, labels, sizes, inertia } = clustering;
  expect(labels).toHaveLength(count);
  expect(sizes).toHaveLength(k);
  expect([...sizes]).toEqual(
    Array.from({ length: k }, (_, label) => labels.filter((each) => each === label).length),
  );
  expect(sizes.reduce((all, size) => all + size, 0)).toBe(count);
  const rows = rowsOf(values, dimensions);
  const found = rowsOf(centroids, dimensions);
  expect(found).toHaveLength(k);
  meansOf(rows, labels, found).forEach((mean, label) => {
    mean.forEach((value, axis) => {
      expect(found[label]?.[axis]).toBeCloseTo(value, 9);
    });
  });
  expectClose(inertia, inertiaOfLabels(rows, labels, k));
}

/** Expects two inertias to be equal but for rounding. */
export function expectClose(one: number, other: number, tolerance = 1e-9): void {
  expect(Math.abs(one - other)).toBeLessThanOrEqual(tolerance * Math.max(1, Math.abs(one), Math.abs(other)));
}
