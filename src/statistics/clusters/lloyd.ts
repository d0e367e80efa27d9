import type { Points } from "../describe/points.ts";
import { squaredDistance } from "../describe/squared-distance.ts";
import { type Clustering, inertiaOf } from "./clustering.ts";

/** After so many rounds the inertia seldom falls by more than this. */
const tellingRound = 4;
const hopeless = 1.02;

/**
 * Lloyd's k-means (1982) from given centroids, until no point changes its cluster or after `rounds`. A
 * cluster left empty keeps its centroid. Where the inertia to beat is out of reach
 * it ends early, at a clustering that is good for nothing else.
 *
 * Runs hundreds of times a report, so: flat arrays, and the bounds of Hamerly (Making k-means even faster,
 * 2010) joined into one, how much nearer a point is to its own centroid than to the next. A point is looked at
 * again only when centroids have moved so far that this may be used up, which spares most distances.
 */
export function lloyd(
  points: Points,
  start: Float64Array,
  rounds: number,
  toBeat = Number.POSITIVE_INFINITY,
): Clustering {
  const { count, dimensions, values } = points;
  const k = start.length / dimensions;
  const centroids = start.slice();
  const labels = new Uint8Array(count);
  const sizes = new Uint32Array(k);
  const sums = new Float64Array(k * dimensions);
  /** A point is due once what its cluster has used up is not below this. */
  const due = new Float64Array(count);
  const used = new Float64Array(k);
  for (let round = 0; round < rounds; round += 1) {
    let changed = 0;
    for (let index = 0; index < count; index += 1) {
      const label = labels[index] ?? 0;
      if ((used[label] ?? 0) < (due[index] ?? 0)) continue;
      const from = index * dimensions;
      let nearest = label;
      let least = Number.POSITIVE_INFINITY;
      let next = Number.POSITIVE_INFINITY;
      const first = values[from] ?? 0;
      const second = values[from + 1] ?? 0;
      const third = values[from + 2] ?? 0;
      for (let centre = 0, to = 0; centre < k; centre += 1, to += dimensions) {
        let squared: number;
        if (dimensions === 3) {
          const x = first - (centroids[to] ?? 0);
          const y = second - (centroids[to + 1] ?? 0);
          const z = third - (centroids[to + 2] ?? 0);
          squared = x * x + y * y + z * z;
        } else squared = squaredDistance(values, from, centroids, to, dimensions);
        if (squared < least) {
          next = least;
          least = squared;
          nearest = centre;
        } else if (squared < next) next = squared;
      }
      due[index] = (used[nearest] ?? 0) + Math.sqrt(next) - Math.sqrt(least);
      if (nearest === label && round > 0) continue;
      changed += 1;
      labels[index] = nearest;
      sizes[nearest] = (sizes[nearest] ?? 0) + 1;
      if (round > 0) sizes[label] = (sizes[label] ?? 0) - 1;
      for (let axis = 0; axis < dimensions; axis += 1) {
        const value = values[from + axis] ?? 0;
        sums[nearest * dimensions + axis] = (sums[nearest * dimensions + axis] ?? 0) + value;
        if (round > 0) sums[label * dimensions + axis] = (sums[label * dimensions + axis] ?? 0) - value;
      }
    }
    if (changed === 0) break;
    if (round === tellingRound && inertiaOf(points, centroids, labels) > toBeat * hopeless) break;
    moveCentroids(centroids, sums, sizes, used);
  }
  return { k, centroids, labels, sizes, inertia: inertiaOf(points, centroids, labels) };
}

/**
 * Moves each centroid to its mean, and adds to `used` how much nearer another centroid may have come to a point of
 * each cluster: what its own has moved, and the farthest move of the others.
 */
function moveCentroids(
  centroids: Float64Array,
  sums: Float64Array,
  sizes: Uint32Array,
  used: Float64Array,
): void {
  const k = sizes.length;
  const dimensions = centroids.length / k;
  const moves = new Float64Array(k);
  let farthest = 0;
  let second = 0;
  let mover = 0;
  for (let centre = 0; centre < k; centre += 1) {
    const size = sizes[centre] ?? 0;
    let squared = 0;
    for (let cell = centre * dimensions; cell < (centre + 1) * dimensions; cell += 1) {
      const before = centroids[cell] ?? 0;
      const mean = size > 0 ? (sums[cell] ?? 0) / size : before;
      squared += (mean - before) ** 2;
      centroids[cell] = mean;
    }
    // A little more, lest rounding make a bound too tight.
    const moved = Math.sqrt(squared) * (1 + 1e-9);
    moves[centre] = moved;
    if (moved > farthest) {
      second = farthest;
      farthest = moved;
      mover = centre;
    } else if (moved > second) second = moved;
  }
  for (let centre = 0; centre < k; centre += 1) {
    used[centre] = (used[centre] ?? 0) + (moves[centre] ?? 0) + (centre === mover ? second : farthest);
  }
}
