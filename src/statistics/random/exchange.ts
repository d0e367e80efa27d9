import { type Clustering, inertiaOf } from "../clusters/clustering.ts";
import type { Points } from "../describe/points.ts";
import { squaredDistance } from "../describe/squared-distance.ts";

/**
 * Moves single points to another cluster as long as one move lowers the inertia, centroids following at once
 * (Hartigan 1975; the transfer step of Hartigan and Wong 1979). What it ends at is an optimum of Lloyd's as
 * well, but not the other way round. At most `rounds` passes over the points.
 *
 * Moving a point from a cluster of n to one of m changes the inertia by d² m/(m+1) − d² n/(n−1).
 */
export function exchange(points: Points, start: Clustering, rounds: number): Clustering {
  const { count, dimensions, values } = points;
  const { k } = start;
  const centroids = start.centroids.slice();
  const labels = start.labels.slice();
  const sizes = start.sizes.slice();
  // What a squared distance counts when its point leaves a cluster or joins it; kept, since divisions are slow.
  const leaving = Float64Array.from(sizes, (size) => size / (size - 1));
  const joining = Float64Array.from(sizes, (size) => size / (size + 1));
  let still = 0;
  for (let step = 0, index = 0; step < rounds * count && still < count; step += 1) {
    const own = index * dimensions;
    const from = labels[index] ?? 0;
    index = index + 1 === count ? 0 : index + 1;
    still += 1;
    const size = sizes[from] ?? 0;
    if (size < 2) continue;
    // A move must gain more than rounding, or points could go round in circles.
    let least =
      squaredDistance(values, own, centroids, from * dimensions, dimensions) *
      (leaving[from] ?? 0) *
      (1 - 1e-12);
    let label = from;
    for (let centre = 0, to = 0; centre < k; centre += 1, to += dimensions) {
      if (centre === from) continue;
      const cost = squaredDistance(values, own, centroids, to, dimensions) * (joining[centre] ?? 0);
      if (cost < least) {
        least = cost;
        label = centre;
      }
    }
    if (label === from) continue;
    still = 0;
    const joined = sizes[label] ?? 0;
    for (let axis = 0; axis < dimensions; axis += 1) {
      const value = values[own + axis] ?? 0;
      const left = centroids[from * dimensions + axis] ?? 0;
      const right = centroids[label * dimensions + axis] ?? 0;
      centroids[from * dimensions + axis] = left + (left - value) / (size - 1);
      centroids[label * dimensions + axis] = right + (value - right) / (joined + 1);
    }
    labels[(own / dimensions) | 0] = label;
    sizes[from] = size - 1;
    leaving[from] = (size - 1) / (size - 2);
    joining[from] = (size - 1) / size;
    sizes[label] = joined + 1;
    leaving[label] = (joined + 1) / joined;
    joining[label] = (joined + 1) / (joined + 2);
  }
  return { k, centroids, labels, sizes, inertia: inertiaOf(points, centroids, labels) };
}
