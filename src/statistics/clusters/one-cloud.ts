import { type Points, pointsOf, takePoints } from "../describe/points.ts";
import { type Random, seededRandom } from "../random/random.ts";
import { sampleIndexes } from "../random/sample-indexes.ts";
import { descend, startingCentroids } from "./k-means.ts";
import { meanSilhouettes } from "./silhouette.ts";

/** Whether clusters are groups that the points form, or parts that one cloud was cut into. */
export interface Structure {
  kind: "natural" | "continuum";
  /** Mean silhouette of the clusters; below 0.5 there are none (Kaufman and Rousseeuw 1990). */
  silhouette: number;
  /** Clouds of one heap that the points were held against, and their highest silhouette; null where none was needed. */
  references: { count: number; highest: number; silhouette: number } | null;
}

/** Below this a mean silhouette speaks of no reasonable structure (Kaufman and Rousseeuw 1990, table 4). */
const leastSilhouette = 0.5;
/** So many clouds: by chance the points are the farthest apart once in forty. */
const references = 39;
/** Silhouettes nearer to each other count as equal: the clouds' correlations are a little lower than the points'. */
const close = 0.02;
/** They are as large as the points, but for larger ones. */
const mostPoints = 1_000;
const starts = 3;

/**
 * Whether k clusters of points are more than parts of one cloud, after the idea of the gap statistic (Tibshirani, Walther
 * and Hastie 2001): each of 39 reference clouds has the very values of the points in every dimension and their
 * correlations by rank, but is otherwise one heap (a normal copula), and is clustered alike. Natural are clusters whose
 * mean silhouette is at least 0.5 and by 0.02 higher than in all the clouds. A uniform box for reference, as in the
 * paper, would take any heap that is not a box for clusters.
 */
export function structureOf(points: Points, silhouette: number, k: number, seed: number): Structure {
  if (!(silhouette >= leastSilhouette)) return { kind: "continuum", silhouette, references: null };
  const random = seededRandom(seed);
  const some = takePoints(points, sampleIndexes(points.count, mostPoints, random));
  const own = silhouetteOf(some, k, random);
  let highest = Number.NEGATIVE_INFINITY;
  for (let reference = 0; reference < references; reference += 1)
    highest = Math.max(highest, silhouetteOf(oneCloud(some, random), k, random));
  const kind = own > highest + close ? "natural" : "continuum";
  return { kind, silhouette, references: { count: references, highest, silhouette: own } };
}

function silhouetteOf(points: Points, k: number, random: Random): number {
  const { labels } = descend(points, startingCentroids(points, k, random, starts));
  const value = meanSilhouettes(points, [labels])[0] ?? Number.NaN;
  return Number.isNaN(value) ? -1 : value;
}

/**
 * Points of one heap: in each dimension the same values as the given points, and between dimensions the same
 * correlations by rank, otherwise normal (Iman and Conover 1982).
 */
export function oneCloud(points: Points, random: Random): Points {
  const { count, dimensions, values } = points;
  const columns = Array.from({ length: dimensions }, (_, axis) =>
    Float64Array.from({ length: count }, (_, index) => values[index * dimensions + axis] ?? 0),
  );
  const ranks = columns.map(midRanks);
  // The correlation of normal values that have a given one by ranks (Pearson 1907).
  const correlations = ranks.map((one) =>
    ranks.map((other) => 2 * Math.sin((Math.PI / 6) * correlation(one, other))),
  );
  const root = cholesky(correlations);
  const drawn = columns.map(() => new Float64Array(count));
  for (let index = 0; index < count; index += 1) {
    const independent = columns.map(() => normal(random));
    root.forEach((row, axis) => {
      const value = row.reduce((all, weight, place) => all + weight * (independent[place] ?? 0), 0);
      const column = drawn[axis];
      if (column !== undefined) column[index] = value;
    });
  }
  const matched = columns.map((column, axis) => {
    const order = Uint32Array.from(column.keys()).sort(
      (a, b) => (drawn[axis]?.[a] ?? 0) - (drawn[axis]?.[b] ?? 0),
    );
    const ascending = column.slice().sort();
    const taken = new Float64Array(count);
    order.forEach((index, rank) => {
      taken[index] = ascending[rank] ?? 0;
    });
    return taken;
  });
  return pointsOf(matched);
}

/** Ranks from 1 on, equals sharing the mean of theirs. */
function midRanks(values: Float64Array): Float64Array {
  const order = Uint32Array.from(values.keys()).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
  const ranks = new Float64Array(values.length);
  for (let start = 0, end = 0; start < order.length; start = end) {
    while (end < order.length && values[order[end] ?? 0] === values[order[start] ?? 0]) end += 1;
    for (let place = start; place < end; place += 1) ranks[order[place] ?? 0] = (start + 1 + end) / 2;
  }
  return ranks;
}

function correlation(one: Float64Array, other: Float64Array): number {
  const mean = (one.length + 1) / 2;
  let both = 0;
  let ones = 0;
  let others = 0;
  one.forEach((rank, index) => {
    const [a, b] = [rank - mean, (other[index] ?? mean) - mean];
    both += a * b;
    ones += a * a;
    others += b * b;
  });
  return ones > 0 && others > 0 ? both / Math.sqrt(ones * others) : 0;
}

/** The lower root of a matrix of correlations; of one that is none, by the least of changes to its diagonal. */
function cholesky(matrix: readonly (readonly number[])[]): number[][] {
  const root = matrix.map((row) => row.map(() => 0));
  matrix.forEach((row, i) => {
    for (let j = 0; j <= i; j += 1) {
      let rest = i === j ? 1 : (row[j] ?? 0);
      for (let k = 0; k < j; k += 1) rest -= (root[i]?.[k] ?? 0) * (root[j]?.[k] ?? 0);
      const own = root[i];
      if (own === undefined) continue;
      own[j] = i === j ? Math.sqrt(Math.max(1e-9, rest)) : rest / (root[j]?.[j] ?? 1);
    }
  });
  return root;
}

/** A standard normal value (Box and Muller 1958). */
function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
