import { chiSquaredTail } from "./tails.ts";

/** A chi-squared test of counts. */
export interface ChiSquaredTest {
  statistic: number;
  degrees: number;
  p: number;
  /** Cohen's w: 0.1 is small, 0.3 medium, 0.5 large (Cohen 1988). */
  effect: number;
}

/** Chance below which counts are taken to differ. */
const mostChance = 0.05;
/** Effects below a small one are as good as none, and above this one more than small (Cohen 1988). */
const small = 0.1;
const moreThanSmall = 0.2;

/** Whether counts differ by no more than chance explains, or by too little to matter. */
export function isEven({ p, effect }: Pick<ChiSquaredTest, "p" | "effect">): boolean {
  return p > mostChance || effect < small;
}

/** Whether counts differ by more than chance explains, and by more than a small effect. */
export function isUneven({ p, effect }: Pick<ChiSquaredTest, "p" | "effect">): boolean {
  return p <= mostChance && effect >= moreThanSmall;
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
