/**
 * The squared Euclidean distance between two points of flat arrays, given by where their coordinates start.
 *
 * Clustering spends its time here. Three dimensions are written out: a loop over them takes twice as long.
 */
export function squaredDistance(
  one: Float64Array,
  from: number,
  other: Float64Array,
  to: number,
  dimensions: number,
): number {
  const first = (one[from] ?? 0) - (other[to] ?? 0);
  if (dimensions === 3) {
    const second = (one[from + 1] ?? 0) - (other[to + 1] ?? 0);
    const third = (one[from + 2] ?? 0) - (other[to + 2] ?? 0);
    return first * first + second * second + third * third;
  }
  let squared = dimensions > 0 ? first * first : 0;
  for (let axis = 1; axis < dimensions; axis += 1) {
    const distance = (one[from + axis] ?? 0) - (other[to + axis] ?? 0);
    squared += distance * distance;
  }
  return squared;
}
