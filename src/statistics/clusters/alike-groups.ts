/**
 * Parts points into groups of at least `size` that are alike: the whole is halved at the median of the axis on which it
 * reaches farthest, and each half again, as long as both halves are large enough (Mondrian: LeFevre, DeWitt and
 * Ramakrishnan, 2006). Gives the indexes of each group's points; one group where there are fewer than two sizes of
 * them.
 *
 * @param axes one array an axis, each of one number a point, on scales that can be compared
 */
export function alikeGroups(axes: readonly Float64Array[], size: number): Uint32Array[] {
  const whole = Uint32Array.from(axes[0]?.keys() ?? []);
  return whole.length === 0 ? [] : halved(whole, axes, size);
}

function halved(points: Uint32Array, axes: readonly Float64Array[], size: number): Uint32Array[] {
  if (points.length < 2 * size) return [points];
  const widest = axes.toSorted((a, b) => reach(points, b) - reach(points, a))[0];
  // Sorting is stable: points that are equal there stay in their order.
  const sorted = points.slice().sort((a, b) => (widest?.[a] ?? 0) - (widest?.[b] ?? 0));
  const middle = Math.floor(sorted.length / 2);
  return [sorted.subarray(0, middle), sorted.subarray(middle)].flatMap((half) => halved(half, axes, size));
}

function reach(points: Uint32Array, axis: Float64Array): number {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const point of points) {
    const value = axis[point] ?? 0;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return high - low;
}
