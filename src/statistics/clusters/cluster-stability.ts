import { type Points, takePoints } from "../describe/points.ts";
import { type Random, randomIndex } from "../random/random.ts";
import type { Clustering } from "./clustering.ts";

/**
 * The mean Jaccard similarity of each cluster to the most similar cluster of bootstrap resamples, 0 to 1
 * (Hennig 2007; fpc's `clusterboot` with `multipleboot = FALSE`): from 0.75 on a cluster is stable, below 0.6
 * it is doubtful. A resample draws as many points as there are, with replacement; what was drawn more than
 * once counts once. A resample without any point of a cluster says nothing of it; NaN where all say nothing.
 */
export function clusterStability(
  points: Points,
  { k, labels }: Pick<Clustering, "k" | "labels">,
  recluster: (resample: Points) => Pick<Clustering, "k" | "labels">,
  resamples: number,
  random: Random,
): Float64Array {
  const sums = new Float64Array(k);
  const times = new Float64Array(k);
  for (let resample = 0; resample < resamples; resample += 1) {
    const drawn = differentDraws(points.count, random);
    const found = recluster(takePoints(points, drawn));
    const both = new Uint32Array(k * found.k);
    const own = new Uint32Array(k);
    const other = new Uint32Array(found.k);
    for (let index = 0; index < drawn.length; index += 1) {
      const one = labels[drawn[index] ?? 0] ?? 0;
      const two = found.labels[index] ?? 0;
      both[one * found.k + two] = (both[one * found.k + two] ?? 0) + 1;
      own[one] = (own[one] ?? 0) + 1;
      other[two] = (other[two] ?? 0) + 1;
    }
    for (let one = 0; one < k; one += 1) {
      const size = own[one] ?? 0;
      if (size === 0) continue;
      let most = 0;
      for (let two = 0; two < found.k; two += 1) {
        const shared = both[one * found.k + two] ?? 0;
        most = Math.max(most, shared / (size + (other[two] ?? 0) - shared));
      }
      sums[one] = (sums[one] ?? 0) + most;
      times[one] = (times[one] ?? 0) + 1;
    }
  }
  return sums.map((sum, cluster) => sum / (times[cluster] ?? 0));
}

/** The different indexes among `count` draws with replacement, ascending: about 63 % of all. */
function differentDraws(count: number, random: Random): Uint32Array {
  const isDrawn = new Uint8Array(count);
  let different = 0;
  for (let draw = 0; draw < count; draw += 1) {
    const index = randomIndex(random, count);
    different += 1 - (isDrawn[index] ?? 0);
    isDrawn[index] = 1;
  }
  const drawn = new Uint32Array(different);
  for (let index = 0, place = 0; index < count; index += 1) {
    if (isDrawn[index] === 1) drawn[place++] = index;
  }
  return drawn;
}
