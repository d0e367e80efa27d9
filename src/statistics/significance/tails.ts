import { incompleteBeta } from "./incomplete-beta.ts";
import { lowerGamma, upperGamma } from "./incomplete-gamma.ts";

// Tails of the common distributions, each to a relative error of 1e-12 wherever a double can hold the result:
// the upper tail is worked out by itself, never as 1 minus the lower one where it is small.

/** P(Z ≥ z) for a standard normal Z (R: `pnorm(z, lower.tail = FALSE)`). NaN gives NaN. */
export function normalUpperTail(z: number): number {
  if (Number.isNaN(z)) return z;
  const half = (z * z) / 2;
  return z >= 0 ? upperGamma(0.5, half) / 2 : 0.5 + lowerGamma(0.5, half) / 2;
}

/** The chance that a standard normal value lies at least so far from 0, on either side (R: `2 * pnorm(-|z|)`). */
export function normalTail(z: number): number {
  return Number.isNaN(z) ? z : upperGamma(0.5, (z * z) / 2);
}

/**
 * The upper tail of the chi-squared distribution: how often chance gives `statistic` or more (R:
 * `pchisq(statistic, degrees, lower.tail = FALSE)`). Throws a RangeError for degrees that are not above 0.
 */
export function chiSquaredTail(statistic: number, degrees: number): number {
  checkDegrees(degrees);
  return upperGamma(degrees / 2, statistic / 2);
}

/** P(T ≥ t) for Student's t (R: `pt(t, degrees, lower.tail = FALSE)`). Throws for degrees that are not above 0. */
export function studentUpperTail(t: number, degrees: number): number {
  const tail = studentTail(t, degrees) / 2;
  return t >= 0 ? tail : 1 - tail;
}

/** The chance that Student's t lies at least so far from 0, on either side (R: `2 * pt(-|t|, degrees)`). */
export function studentTail(t: number, degrees: number): number {
  checkDegrees(degrees);
  if (Number.isNaN(t)) return t;
  if (!Number.isFinite(degrees)) return normalTail(t);
  const square = t * t;
  if (!Number.isFinite(square)) return 0;
  const all = degrees + square;
  return incompleteBeta(degrees / all, square / all, degrees / 2, 0.5);
}

/**
 * P(F ≥ f) for Fisher's F (R: `pf(f, numerator, denominator, lower.tail = FALSE)`). Throws a RangeError for degrees
 * that are not above 0.
 */
export function fTail(f: number, numerator: number, denominator: number): number {
  checkDegrees(numerator);
  checkDegrees(denominator);
  if (!(f > 0)) return 1;
  if (f === Number.POSITIVE_INFINITY) return 0;
  const all = denominator + numerator * f;
  return incompleteBeta(denominator / all, (numerator * f) / all, denominator / 2, numerator / 2);
}

/** P(X ≥ count) for a binomial X of so many trials (R: `pbinom(count - 1, trials, chance, lower.tail = FALSE)`). */
export function binomialUpperTail(count: number, trials: number, chance: number): number {
  if (count <= 0) return 1;
  if (count > trials) return 0;
  return incompleteBeta(chance, 1 - chance, count, trials - count + 1);
}

function checkDegrees(degrees: number): void {
  if (!(degrees > 0)) throw new RangeError(`degrees of freedom must be above 0, not ${degrees}`);
}
