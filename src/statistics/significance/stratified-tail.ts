import { normalUpperTail } from "./tails.ts";

/** In one stratum: how many things there are, how many have the one, the other, and both. */
export interface Stratum {
  population: number;
  one: number;
  other: number;
  both: number;
}

/**
 * How likely so much togetherness or more is where two marks are independent within each stratum: the one-sided
 * p-value of the test of Cochran, Mantel and Haenszel (Mantel and Haenszel 1959) with continuity correction, by the
 * normal distribution. 1 where no stratum says anything.
 */
export function stratifiedTail(strata: Iterable<Stratum>): number {
  let surplus = 0;
  let variance = 0;
  for (const { population, one, other, both } of strata) {
    if (population < 2) continue;
    surplus += both - (one * other) / population;
    variance +=
      (one * (population - one) * other * (population - other)) /
      (population * population * (population - 1));
  }
  if (variance === 0) return 1;
  const z = (surplus - 0.5) / Math.sqrt(variance);
  return normalUpperTail(z);
}
