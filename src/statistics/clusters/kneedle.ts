/**
 * The knee of a falling curve that flattens, as the index of its point, or null where it has none: Kneedle
 * (Satopää and others, Finding a "Kneedle" in a Haystack, 2011) without smoothing, points equally far apart,
 * as Python's kneed finds it with curve="convex", direction="decreasing" and S = `sensitivity`.
 */
export function kneedle(values: readonly number[], sensitivity = 1): number | null {
  const last = values.length - 1;
  const highest = Math.max(...values);
  const range = highest - Math.min(...values);
  if (last < 2 || !(range > 0) || !Number.isFinite(range)) return null;
  // How far the curve, turned upside down and scaled to a unit square, lies above the diagonal.
  const above = values.map((value, index) => (highest - value) / range - index / last);
  const at = (index: number) => above[Math.max(0, Math.min(last, index))] ?? 0;
  let knee: number | null = null;
  let threshold = 0;
  for (let index = 0; index < last; index += 1) {
    if (at(index) >= at(index - 1) && at(index) >= at(index + 1)) {
      knee = index;
      threshold = at(index) - sensitivity / last;
    } else if (knee !== null && at(index) <= at(index - 1) && at(index) <= at(index + 1)) threshold = 0;
    if (knee !== null && at(index + 1) < threshold) return knee;
  }
  return null;
}
