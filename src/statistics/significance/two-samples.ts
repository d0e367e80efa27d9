import { normalTail } from "./tails.ts";

/** A mean with the sample standard deviation and the number of values it stands on. */
export interface Sample {
  mean: number;
  deviation: number;
  count: number;
}

/** A count of those that have something, of all. */
export interface Part {
  count: number;
  of: number;
}

/** How long each of two counts or sums was taken. */
export type Exposures = readonly [one: number, other: number];

/** Below so many expected cases the normal curve is no stand-in for a count's own distribution (Cochran 1954). */
const leastExpected = 5;
/** Below so many values a mean's own distribution may be far from normal. */
const leastValues = 30;

/**
 * The chance (two-sided) that two counts of events differ at least so much where both come at the same rate
 * for as long as each was counted: Poisson counts, of which the second is binomial given their sum, by its normal approximation.
 * Null where fewer than five would be expected in either.
 */
export function countDifference(one: number, other: number, days: Exposures = [1, 1]): number | null {
  const sum = one + other;
  const part = days[0] / (days[0] + days[1]);
  if (sum * Math.min(part, 1 - part) < leastExpected) return null;
  return normalTail((one - sum * part) / Math.sqrt(sum * part * (1 - part)));
}

/**
 * The chance (two-sided) that two shares differ at least so much where both are of the same: the test of two
 * proportions with a pooled share. Null where a part is no part of its whole, or fewer than five would be
 * expected in a cell of the table.
 */
export function shareDifference(one: Part, other: Part): number | null {
  if ([one, other].some(({ count, of }) => !(of > 0 && count >= 0 && count <= of))) return null;
  const pooled = (one.count + other.count) / (one.of + other.of);
  const least = Math.min(one.of, other.of) * Math.min(pooled, 1 - pooled);
  if (least < leastExpected) return null;
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / one.of + 1 / other.of));
  return normalTail((one.count / one.of - other.count / other.of) / error);
}

/**
 * The chance (two-sided) that two means differ at least so much where both samples have the same: Welch's
 * statistic held against the normal curve. Null for fewer than 30 values in either, or where nothing spreads.
 */
export function meanDifference(one: Sample, other: Sample): number | null {
  if (Math.min(one.count, other.count) < leastValues) return null;
  const error = Math.sqrt(one.deviation ** 2 / one.count + other.deviation ** 2 / other.count);
  return error > 0 ? normalTail((one.mean - other.mean) / error) : null;
}

/**
 * The chance (two-sided) that two sums differ at least so much where values of the same kind come at the same
 * rate: compound Poisson sums, with variance count × (deviation² + mean²). Null for fewer than 30 values in either.
 */
export function sumDifference(one: Sample, other: Sample, days: Exposures = [1, 1]): number | null {
  if (Math.min(one.count, other.count) < leastValues) return null;
  const variance = (sample: Sample) => sample.count * (sample.deviation ** 2 + sample.mean ** 2);
  const [long, otherLong] = days;
  const error = Math.hypot(Math.sqrt(variance(one)) / long, Math.sqrt(variance(other)) / otherLong);
  const gap = (one.count * one.mean) / long - (other.count * other.mean) / otherLong;
  return error > 0 ? normalTail(gap / error) : null;
}
