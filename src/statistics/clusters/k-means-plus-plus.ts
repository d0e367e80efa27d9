import type { Points } from "../describe/points.ts";
import { squaredDistance } from "../describe/squared-distance.ts";
import { type Random, randomIndex } from "../random/random.ts";

/**
 * Starting centroids after k-means++ (Arthur and Vassilvitskii 2007), greedy as in scikit-learn: of
 * 2 + log k candidates, each drawn in proportion to its squared distance from the centroids so far, the one
 * that leaves the smallest inertia is taken. `k` centroids, row by row.
 */
export function kMeansPlusPlus(points: Points, k: number, random: Random): Float64Array {
  const { count, dimensions, values } = points;
  const centroids = new Float64Array(k * dimensions);
  const take = (point: number, centroid: number) => {
    const from = point * dimensions;
    centroids.set(values.subarray(from, from + dimensions), centroid * dimensions);
  };
  const first = randomIndex(random, count);
  take(first, 0);
  const endless = new Float64Array(count).fill(Number.POSITIVE_INFINITY);
  let { nearest, total } = nearer(points, first, endless);
  const trials = 2 + Math.floor(Math.log(k));
  for (let centroid = 1; centroid < k; centroid += 1) {
    let best: { nearest: Float64Array; total: number; point: number } | undefined;
    for (let trial = 0; trial < trials; trial += 1) {
      const point = draw(nearest, total, random);
      const left = nearer(points, point, nearest);
      if (best === undefined || left.total < best.total) best = { ...left, point };
    }
    if (best === undefined) break;
    take(best.point, centroid);
    ({ nearest, total } = best);
  }
  return centroids;
}

/** Squared distances to the nearest centroid once `point` is one, and their sum. */
function nearer(
  { count, dimensions, values }: Points,
  point: number,
  before: Float64Array,
): { nearest: Float64Array; total: number } {
  const nearest = new Float64Array(count);
  const centre = point * dimensions;
  let total = 0;
  for (let index = 0; index < count; index += 1) {
    const squared = squaredDistance(values, index * dimensions, values, centre, dimensions);
    const known = before[index] ?? 0;
    const least = squared < known ? squared : known;
    nearest[index] = least;
    total += least;
  }
  return { nearest, total };
}

/** An index, each as likely as its weight; any where all weights are 0. */
function draw(weights: Float64Array, total: number, random: Random): number {
  if (total === 0) return randomIndex(random, weights.length);
  let rest = random() * total;
  for (let index = 0; index < weights.length; index += 1) {
    rest -= weights[index] ?? 0;
    if (rest < 0) return index;
  }
  return weights.length - 1;
}
