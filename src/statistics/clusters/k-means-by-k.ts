import type { Points } from "../describe/points.ts";
import type { Random } from "../random/random.ts";
import { type Clustering, mostClusters } from "./clustering.ts";
import { descend, isBetter, startingCentroids } from "./k-means.ts";
import { kMeansPlusPlus } from "./k-means-plus-plus.ts";
import { addCentroid, dropCentroid } from "./split-and-merge.ts";

/**
 * Clusterings into 1, 2, … `most` clusters, each near its best inertia: every k starts from k-means++ and
 * from its neighbours, the k - 1 clusters with one split and the k + 1 with one merged, so that what one k
 * has found helps the others. Throws a RangeError for a number
 * below 1, above 254 or above the number of points.
 */
export function kMeansByK(points: Points, most: number, random: Random): Clustering[] {
  if (!(Number.isInteger(most) && most >= 1 && most <= Math.min(points.count, mostClusters - 1)))
    throw new RangeError(`no ${most} clusters of ${points.count} points`);
  const best: Clustering[] = [descend(points, kMeansPlusPlus(points, 1, random))];
  const improve = (centroids: Float64Array) => {
    const k = centroids.length / points.dimensions;
    const known = best[k - 1];
    const found = descend(points, centroids, known?.inertia);
    if (known === undefined || isBetter(found, known)) best[k - 1] = found;
  };
  const centroidsOf = (k: number) => best[k - 1]?.centroids ?? new Float64Array(0);

  // One more than is wanted, so that the last has a neighbour on either side, too.
  const last = Math.min(most + 1, points.count);
  for (let k = 2; k <= last; k += 1) {
    improve(startingCentroids(points, k, random, 6));
    improve(addCentroid(points, centroidsOf(k - 1), random));
  }
  for (let k = last - 1; k >= 2; k -= 1) improve(dropCentroid(points, centroidsOf(k + 1), 0));
  for (let k = 2; k <= last; k += 1) {
    for (const rank of [0, 1]) {
      improve(addCentroid(points, dropCentroid(points, centroidsOf(k), rank), random));
    }
    improve(addCentroid(points, centroidsOf(k - 1), random));
  }
  for (let k = last - 1; k >= 2; k -= 1) improve(dropCentroid(points, centroidsOf(k + 1), 0));
  return best.slice(0, most);
}
