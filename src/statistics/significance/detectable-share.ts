import { normalQuantile } from "./quantiles.ts";

/** A share of so many independent observations that is tested against an expected one. */
export interface ShareTest {
  expected: number;
  observations: number;
  /** The one-sided p up to which it is found. */
  mostChance: number;
}

/**
 * The smallest share above the expected one that a one-sided test finds with a probability of `power`: the difference
 * of the arcsines of both roots is half of (z of the level + z of the power) ÷ √observations (Cohen, "Statistical power
 * analysis for the behavioral sciences", 1988, chapter 6; R's `pwr.p.test`). Null where no share is that large.
 */
export function detectableShare(
  { expected, observations, mostChance }: ShareTest,
  power = 0.8,
): number | null {
  const z = normalQuantile(mostChance) + normalQuantile(1 - power);
  const arc = Math.asin(Math.sqrt(expected)) + z / (2 * Math.sqrt(observations));
  return arc < Math.PI / 2 ? Math.sin(arc) ** 2 : null;
}

/** The mean of a Poisson count that reaches `least` with a probability of `power`, by the same transformation of counts (Anscombe 1948). */
export function meanReaching(least: number, power = 0.8): number {
  return (Math.sqrt(least) + normalQuantile(1 - power) / 2) ** 2;
}
