/**
 * The chance that a standard normal value lies at least so far from 0, on either side.
 *
 * erfc(|z| / √2) by the Chebyshev fit of Numerical Recipes (erfcc): relative error below 1.2e-7, far tails included.
 * NaN gives NaN.
 *
 * normalTail(1.96) is 0.05 (0.049996)
 */
export function normalTail(z: number): number {
  const x = Math.abs(z) / Math.SQRT2;
  const t = 1 / (1 + x / 2);
  const fit = coefficients.reduceRight((sum, coefficient) => sum * t + coefficient, 0);
  return Math.min(1, t * Math.exp(fit - x * x));
}

const coefficients = [
  -1.26551223, 1.00002368, 0.37409196, 0.09678418, -0.18628806, 0.27886807, -1.13520398, 1.48851587,
  -0.82215223, 0.17087277,
];
