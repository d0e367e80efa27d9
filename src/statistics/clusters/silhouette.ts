import type { Points } from "../describe/points.ts";
import { squaredDistance } from "../describe/squared-distance.ts";

/**
 * The mean silhouette of each of several clusterings of the same points (Rousseeuw 1987; scikit-learn's
 * silhouette_score): the mean of (b - a) / max(a, b), a being a point's mean distance to the others of its
 * cluster, b the least mean distance to another cluster; 0 for a point alone in its cluster. NaN for a
 * clustering of fewer than two clusters. Exact, without a matrix of all pairs.
 *
 * All pairs are visited once for all clusterings: points are sorted so that those which no clustering
 * parts are neighbours, and distances are added up by these groups first.
 */
export function meanSilhouettes(points: Points, labelings: readonly Uint8Array[]): number[] {
  const { dimensions, count } = points;
  const { order, ends } = groupsOfAll(count, labelings);
  const values = new Float64Array(points.values.length);
  order.forEach((point, place) => {
    for (let axis = 0; axis < dimensions; axis += 1) {
      values[place * dimensions + axis] = points.values[point * dimensions + axis] ?? 0;
    }
  });
  const toGroups = distancesToGroups(values, dimensions, ends);
  // What each clustering calls each group of neighbours, and the size of its clusters.
  const names = labelings.map((labels) => Uint8Array.from(ends, (end) => labels[order[end - 1] ?? 0] ?? 0));
  const sizes = labelings.map(sizesOf);
  const totals = labelings.map(() => 0);
  const toCluster = new Float64Array(256);
  let group = 0;
  for (let place = 0; place < count; place += 1) {
    if (place === ends[group]) group += 1;
    for (let clustering = 0; clustering < labelings.length; clustering += 1) {
      const name = names[clustering];
      const size = sizes[clustering];
      if (name === undefined || size === undefined) continue;
      toCluster.fill(0, 0, size.length);
      for (let index = 0; index < ends.length; index += 1) {
        const label = name[index] ?? 0;
        toCluster[label] = (toCluster[label] ?? 0) + (toGroups[index * count + place] ?? 0);
      }
      totals[clustering] = (totals[clustering] ?? 0) + silhouette(toCluster, size, name[group] ?? 0);
    }
  }
  return totals.map((total, index) =>
    (sizes[index] ?? []).filter((size) => size > 0).length < 2 ? Number.NaN : total / count,
  );
}

/**
 * Points in an order in which those of equal labels in all clusterings are neighbours, and where each such group
 * ends.
 */
function groupsOfAll(
  count: number,
  labelings: readonly Uint8Array[],
): { order: Uint32Array; ends: number[] } {
  const differ = (one: number, other: number) => {
    for (const labels of labelings) {
      const difference = (labels[one] ?? 0) - (labels[other] ?? 0);
      if (difference !== 0) return difference;
    }
    return 0;
  };
  const order = Uint32Array.from({ length: count }, (_, index) => index).sort(
    (a, b) => differ(a, b) || a - b,
  );
  const ends: number[] = [];
  for (let place = 1; place <= count; place += 1) {
    if (place === count || differ(order[place - 1] ?? 0, order[place] ?? 0) !== 0) ends.push(place);
  }
  return { order, ends };
}

function sizesOf(labels: Uint8Array): number[] {
  const sizes: number[] = Array.from({ length: Math.max(-1, ...new Set(labels)) + 1 }, () => 0);
  for (const label of labels) sizes[label] = (sizes[label] ?? 0) + 1;
  return sizes;
}

/**
 * The sums of distances from each point to the points of each group: group by group, a number a point. Each pair is
 * measured once.
 */
function distancesToGroups(values: Float64Array, dimensions: number, ends: readonly number[]): Float64Array {
  const count = ends.at(-1) ?? 0;
  const sums = new Float64Array(ends.length * count);
  for (let own = 0, point = 0; own < ends.length; own += 1) {
    for (const end = ends[own] ?? 0; point < end; point += 1) {
      let other = point + 1;
      for (let group = own; group < ends.length; group += 1) {
        const last = ends[group] ?? 0;
        let sum = 0;
        for (; other < last; other += 1) {
          const distance = Math.sqrt(
            squaredDistance(values, point * dimensions, values, other * dimensions, dimensions),
          );
          sum += distance;
          sums[own * count + other] = (sums[own * count + other] ?? 0) + distance;
        }
        sums[group * count + point] = (sums[group * count + point] ?? 0) + sum;
      }
    }
  }
  return sums;
}

function silhouette(toCluster: Float64Array, sizes: readonly number[], own: number): number {
  const mates = (sizes[own] ?? 0) - 1;
  if (mates < 1) return 0;
  const within = (toCluster[own] ?? 0) / mates;
  let nearest = Number.POSITIVE_INFINITY;
  for (let label = 0; label < sizes.length; label += 1) {
    const size = sizes[label] ?? 0;
    if (label === own || size === 0) continue;
    const mean = (toCluster[label] ?? 0) / size;
    if (mean < nearest) nearest = mean;
  }
  const larger = Math.max(within, nearest);
  return larger === 0 || nearest === Number.POSITIVE_INFINITY ? 0 : (nearest - within) / larger;
}
