import type { Points } from "../describe/points.ts";
import { squaredDistance } from "../describe/squared-distance.ts";
import type { Random } from "../random/random.ts";

/** Candidates that are drawn for a new centroid. */
const trials = 5;

/**
 * The centroids and one more: of a few points, drawn in proportion to their squared distance from the nearest
 * centroid, the one that leaves the smallest inertia, as in greedy k-means++.
 */
export function addCentroid(points: Points, centroids: Float64Array, random: Random): Float64Array {
  const { count, dimensions, values } = points;
  const { nearest } = nearestTwo(points, centroids);
  let total = 0;
  for (const squared of nearest) total += squared;
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (let trial = 0; trial < trials; trial += 1) {
    let rest = random() * total;
    let point = 0;
    while (point < count - 1) {
      rest -= nearest[point] ?? 0;
      if (rest < 0) break;
      point += 1;
    }
    const left = inertiaWith(points, nearest, point);
    if (left < least) {
      least = left;
      best = point;
    }
  }
  const more = new Float64Array(centroids.length + dimensions);
  more.set(centroids);
  more.set(values.subarray(best * dimensions, (best + 1) * dimensions), centroids.length);
  return more;
}

/**
 * The centroids without one: the `rank`-th of those that are missed least, the first being that whose points
 * are nearest to another centroid.
 */
export function dropCentroid(points: Points, centroids: Float64Array, rank: number): Float64Array {
  const { count, dimensions } = points;
  const { nearest, next, labels } = nearestTwo(points, centroids);
  const costs = new Float64Array(centroids.length / dimensions);
  for (let index = 0; index < count; index += 1) {
    const label = labels[index] ?? 0;
    costs[label] = (costs[label] ?? 0) + (next[index] ?? 0) - (nearest[index] ?? 0);
  }
  const order = [...costs.keys()].sort((a, b) => (costs[a] ?? 0) - (costs[b] ?? 0) || a - b);
  const dropped = order[Math.min(rank, order.length - 1)];
  return centroids.filter((_, cell) => Math.floor(cell / dimensions) !== dropped);
}

/** Squared distances from each point to its nearest centroid and the one after, and the nearest's number. */
function nearestTwo(
  { count, dimensions, values }: Points,
  centroids: Float64Array,
): { nearest: Float64Array; next: Float64Array; labels: Uint8Array } {
  const nearest = new Float64Array(count);
  const next = new Float64Array(count);
  const labels = new Uint8Array(count);
  const k = centroids.length / dimensions;
  for (let index = 0; index < count; index += 1) {
    let least = Number.POSITIVE_INFINITY;
    let second = Number.POSITIVE_INFINITY;
    let label = 0;
    for (let centre = 0; centre < k; centre += 1) {
      const squared = squaredDistance(values, index * dimensions, centroids, centre * dimensions, dimensions);
      if (squared < least) {
        second = least;
        least = squared;
        label = centre;
      } else if (squared < second) second = squared;
    }
    nearest[index] = least;
    next[index] = second;
    labels[index] = label;
  }
  return { nearest, next, labels };
}

/** What the inertia would be with a centroid at `point`. */
function inertiaWith({ count, dimensions, values }: Points, nearest: Float64Array, point: number): number {
  let total = 0;
  for (let index = 0; index < count; index += 1) {
    const squared = squaredDistance(values, index * dimensions, values, point * dimensions, dimensions);
    const known = nearest[index] ?? 0;
    total += squared < known ? squared : known;
  }
  return total;
}
