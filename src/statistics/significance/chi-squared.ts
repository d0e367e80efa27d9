import { errorFunction } from "simple-statistics";

/**
 * The upper tail of the chi-squared distribution: how often chance gives `statistic` or more at so many whole
 * degrees of freedom (R: `pchisq(statistic, degrees, lower.tail = FALSE)`), by the finite sums that whole
 * degrees allow (Abramowitz and Stegun 26.4.4 and 26.4.5). Of odd degrees, values below 1e-6 are not exact.
 * Throws a RangeError for degrees that are no whole number from 1 on.
 */
export function chiSquaredTail(statistic: number, degrees: number): number {
  if (!Number.isInteger(degrees) || degrees < 1)
    throw new RangeError(`degrees of freedom must be a whole number from 1 on, not ${degrees}`);
  if (!(statistic > 0)) return 1;
  const half = statistic / 2;
  const isOdd = degrees % 2 === 1;
  // Each term from the one before, in logarithms: exp(-half) alone is 0 from 1,490 on.
  let logTerm = isOdd ? Math.log(2 * Math.sqrt(half / Math.PI)) - half : -half;
  let tail = isOdd ? 1 - errorFunction(Math.sqrt(half)) : 0;
  for (let step = isOdd ? 3 : 2; step <= degrees; step += 2) {
    tail += Math.exp(logTerm);
    logTerm += Math.log(half / (step / 2));
  }
  return Math.min(1, Math.max(0, tail));
}

/** A chi-squared test of counts. */
export interface ChiSquaredTest {
  statistic: number;
  degrees: number;
  p: number;
  /** Cohen's w: 0.1 is small, 0.3 medium, 0.5 large (Cohen 1988). */
  effect: number;
}

/**
 * Whether counts are spread more unevenly than chance spreads equals (R: `chisq.test(counts)`). Null for fewer
 * than two counts or where fewer than five are expected in each, for which the test does not hold.
 */
export function evennessTest(counts: readonly number[]): ChiSquaredTest | null {
  const total = counts.reduce((all, count) => all + count, 0);
  const expected = total / counts.length;
  if (counts.length < 2 || expected < 5) return null;
  const statistic = counts.reduce((all, count) => all + (count - expected) ** 2 / expected, 0);
  const degrees = counts.length - 1;
  return { statistic, degrees, p: chiSquaredTail(statistic, degrees), effect: Math.sqrt(statistic / total) };
}
