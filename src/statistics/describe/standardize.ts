import { sum } from "./sum.ts";

/** Values in units of their spread, and what they were measured with: value = mean + z × deviation. */
export interface Standardized {
  z: Float64Array;
  mean: number;
  /** Population standard deviation (n), above 0. */
  deviation: number;
}

/**
 * z-scores with the population standard deviation, as scikit-learn's StandardScaler. Null where there is
 * nothing to scale by: no values, all alike, or one that is not finite.
 */
export function standardize(values: Float64Array): Standardized | null {
  const mean = sum(values) / values.length;
  const deviation = Math.sqrt(sum(values.map((value) => (value - mean) ** 2)) / values.length);
  // What is left of equal values after rounding is no spread.
  if (!(deviation > Math.abs(mean) * 1e-12) || !Number.isFinite(deviation)) return null;
  return { z: values.map((value) => (value - mean) / deviation), mean, deviation };
}
