/**
 * The quantile of type 7 (R's and numpy's default) of ascending values: linear between the order
 * statistics around (n - 1) p. Throws a RangeError for no values or p outside 0 to 1.
 *
 * quantile([1, 2, 3, 4], 0.5) is 2.5
 */
export function quantile(ascending: ArrayLike<number>, p: number): number {
  const last = ascending.length - 1;
  if (last < 0 || !(p >= 0 && p <= 1)) throw new RangeError(`no quantile ${p} of ${ascending.length} values`);
  const position = last * p;
  const below = Math.floor(position);
  const low = ascending[below] ?? Number.NaN;
  const high = ascending[Math.min(below + 1, last)] ?? Number.NaN;
  // Rounding must not lift it above the value above.
  return Math.min(high, low + (high - low) * (position - below));
}
