import { normalQuantile } from "./quantiles.ts";

/** Bounds that hold the true value with a confidence of 95 %. */
export interface Interval {
  low: number;
  high: number;
}

const z = normalQuantile(0.025);

/**
 * The interval of a share by Wilson's score (1927; R: `prop.test(count, of, correct = FALSE)`): right for small counts,
 * and never below 0 or above 1. Null of nothing.
 *
 * wilson(15, 100) is 0.093 to 0.233
 */
export function wilson(count: number, of: number): Interval | null {
  if (!(of > 0)) return null;
  const share = count / of;
  const center = share + (z * z) / (2 * of);
  const reach = z * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of));
  const whole = 1 + (z * z) / of;
  // At the ends the formula gives them, but for rounding.
  return {
    low: count <= 0 ? 0 : Math.max(0, (center - reach) / whole),
    high: count >= of ? 1 : Math.min(1, (center + reach) / whole),
  };
}
