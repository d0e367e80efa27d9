import type { Points } from "../describe/points.ts";
import { squaredDistance } from "../describe/squared-distance.ts";

/** Points divided among clusters, each with its mean. */
export interface Clustering {
  /** Number of clusters. */
  k: number;
  /** Row by row, as `Points.values`. */
  centroids: Float64Array;
  /** The cluster of each point, 0 to k - 1. */
  labels: Uint8Array;
  /** Points in each cluster. */
  sizes: Uint32Array;
  /** Sum of squared distances from each point to its cluster's centroid. */
  inertia: number;
}

/** More clusters than this do not fit the labels. */
export const mostClusters = 255;

/** Sum of squared distances from each point to the centroid of its label. */
export function inertiaOf(
  { count, dimensions, values }: Points,
  centroids: Float64Array,
  labels: Uint8Array,
): number {
  let total = 0;
  for (let index = 0; index < count; index += 1) {
    const centre = (labels[index] ?? 0) * dimensions;
    total += squaredDistance(values, index * dimensions, centroids, centre, dimensions);
  }
  return total;
}
