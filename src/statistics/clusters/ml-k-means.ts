import { kmeans } from "ml-kmeans";
import type { Points } from "../describe/points.ts";
import { type Clustering, inertiaOf } from "./clustering.ts";

/**
 * The clustering that ml-kmeans ends at from given centroids: what a report shows. From an optimum it confirms
 * it in one round, an independent program's word on our own search.
 */
export function mlKMeans(points: Points, centroids: Float64Array): Clustering {
  const { count, dimensions, values } = points;
  const rowsOf = (flat: Float64Array) =>
    Array.from({ length: flat.length / dimensions }, (_, row) =>
      Array.from(flat.subarray(row * dimensions, (row + 1) * dimensions)),
    );
  const initialization = rowsOf(centroids);
  const k = initialization.length;
  const result = kmeans(rowsOf(values), k, { initialization });
  const labels = Uint8Array.from(result.clusters);
  const found = Float64Array.from(result.centroids.flat());
  const sizes = new Uint32Array(k);
  for (let index = 0; index < count; index += 1) {
    const label = labels[index] ?? 0;
    sizes[label] = (sizes[label] ?? 0) + 1;
  }
  return { k, centroids: found, labels, sizes, inertia: inertiaOf(points, found, labels) };
}
