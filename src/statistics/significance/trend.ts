import { normalTail } from "./tails.ts";

/** A straight line through values over time. */
export interface Trend {
  /** Change of the value a unit of time. */
  slope: number;
  /** Two-sided chance of a slope at least so steep where nothing changes. */
  p: number;
}

/** Fewer values tell no trend. */
const leastValues = 30;

/**
 * The least-squares slope of values over time with White's standard error (1980, HC1: right whatever spreads when), held
 * against the normal curve. Where groups are given, such as calendar months, each value is held against others of its
 * group alone, so that what comes back every year is no trend. Values must be of different persons. Null for fewer than
 * 30 values, or where nothing varies.
 */
export function trendOf(
  times: ArrayLike<number>,
  values: ArrayLike<number>,
  groups?: ArrayLike<number>,
): Trend | null {
  const count = times.length;
  if (count < leastValues) return null;
  const [x, y] = [within(times, groups), within(values, groups)];
  const xx = x.reduce((sum, each) => sum + each * each, 0);
  if (!(xx > 1e-9)) return null;
  const slope = x.reduce((sum, each, index) => sum + each * (y[index] ?? 0), 0) / xx;
  const known = groups === undefined ? 1 : new Set(Array.from(groups)).size;
  const spread = x.reduce((sum, each, index) => sum + (each * ((y[index] ?? 0) - slope * each)) ** 2, 0);
  const error = Math.sqrt((spread * count) / Math.max(1, count - known - 1)) / xx;
  return error > 0 ? { slope, p: normalTail(slope / error) } : null;
}

/** Values less the mean of their group. */
function within(values: ArrayLike<number>, groups: ArrayLike<number> | undefined): Float64Array {
  const sums = new Map<number, { sum: number; count: number }>();
  for (let index = 0; index < values.length; index += 1) {
    const known = sums.get(groups?.[index] ?? 0) ?? { sum: 0, count: 0 };
    known.sum += values[index] ?? 0;
    known.count += 1;
    sums.set(groups?.[index] ?? 0, known);
  }
  return Float64Array.from({ length: values.length }, (_, index) => {
    const { sum, count } = sums.get(groups?.[index] ?? 0) ?? { sum: 0, count: 1 };
    return (values[index] ?? 0) - sum / count;
  });
}
