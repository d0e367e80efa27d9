import { normalTail } from "./tails.ts";

/** How many of two groups have something. */
export interface TwoCounts {
  /** Of the one group. */
  one: number;
  /** Of the other. */
  other: number;
}

/** How much likelier something is in one group than in another. */
export interface LogOdds {
  /** The difference of the logarithms of the odds, shrunk towards none. */
  value: number;
  /** In standard errors. */
  z: number;
  /** Two-sided. */
  p: number;
}

/** The prior is worth as many observations as this part of the smaller group. */
const priorPart = 0.1;

/**
 * The log-odds-ratio with an informative Dirichlet prior (Monroe, Colaresi and Quinn 2008, "Fightin' words", equations
 * 16 to 22, for one word against all else): before looking, both groups are thought to have it as often as both
 * together do, and that counts as a tenth of the smaller group. So a rare word must be met more often before it is
 * believed. Counted are those who have it, not how often: the variance is that of two binomial log-odds. Throws a
 * RangeError where more have it than there are.
 */
export function logOdds(having: TwoCounts, all: TwoCounts): LogOdds {
  if (!(having.one <= all.one && having.other <= all.other && having.one >= 0 && having.other >= 0))
    throw new RangeError(`${having.one} and ${having.other} are no parts of ${all.one} and ${all.other}`);
  const prior = priorPart * Math.min(all.one, all.other);
  const share = (having.one + having.other) / (all.one + all.other);
  if (!(prior > 0) || share === 0 || share === 1) return { value: 0, z: 0, p: 1 };
  const [alpha, beta] = [prior * share, prior * (1 - share)];
  const has = { one: having.one + alpha, other: having.other + alpha };
  const lacks = { one: all.one - having.one + beta, other: all.other - having.other + beta };
  const value = Math.log(has.one / lacks.one) - Math.log(has.other / lacks.other);
  const error = Math.sqrt(1 / has.one + 1 / lacks.one + 1 / has.other + 1 / lacks.other);
  const z = value / error;
  return { value, z, p: normalTail(z) };
}
