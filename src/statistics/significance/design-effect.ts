import { normalQuantile } from "./quantiles.ts";
import { normalUpperTail } from "./tails.ts";

/** Below this, p has no digits left to take a quantile of. */
const leastChance = 1e-300;

/**
 * A one-sided p-value where the observations come in clusters that may be alike, such as the orders of one customer:
 * the standard normal value that belongs to p is divided by the square root of the design effect, by how many times
 * the variance of the count is larger than that of as many independent observations (Rao and Scott, "The analysis of
 * categorical data from complex sample surveys", 1981, their first-order correction). An effect below 1 counts as 1:
 * clusters that are less alike than chance are no reason to be surer.
 */
export function clusteredTail(
  { p, z = normalQuantile(Math.min(1 - 1e-16, Math.max(p, leastChance))) }: { p: number; z?: number },
  designEffect: number,
): number {
  return designEffect > 1 && z > 0 ? normalUpperTail(z / Math.sqrt(designEffect)) : p;
}
