import { logFactorialRemainder } from "./log-factorial.ts";
import { devianceOf } from "./stirling.ts";

/**
 * Whole counts: of a population some are successes; so many are drawn without putting back, and so many of
 * the drawn are successes.
 */
export interface Drawn {
  population: number;
  successes: number;
  draws: number;
  observed: number;
}

/** Terms below this share of the sum can no longer change it. */
const negligible = 1e-17;

/**
 * P(X ≥ observed) for a hypergeometric X, from 0 to 1: the one-sided p-value of Fisher's exact test, as
 * R's `phyper(observed - 1, …, lower.tail = FALSE)`. Right to 11 digits, also where it is tiny; below
 * 1e-308 it loses digits and becomes 0. Throws a RangeError for counts that cannot be.
 *
 * upperTail({ population: 8, successes: 4, draws: 4, observed: 3 }) is 17/70
 */
export function upperTail(drawn: Drawn): number {
  check(drawn);
  const { population, successes, draws, observed } = drawn;
  if (observed === fewest(drawn)) return 1;
  const mean = (draws * successes) / population;
  return observed > mean ? tail(drawn, observed, 1) : 1 - tail(drawn, observed - 1, -1);
}

/**
 * P(X ≤ observed), as R's `phyper(observed, …)`, with the digits of `upperTail`. Throws a RangeError for
 * counts that cannot be.
 */
export function lowerTail(drawn: Drawn): number {
  check(drawn);
  const { population, successes, draws, observed } = drawn;
  if (observed === most(drawn)) return 1;
  const mean = (draws * successes) / population;
  return observed < mean ? tail(drawn, observed, -1) : 1 - tail(drawn, observed + 1, 1);
}

/**
 * A two-sided p-value: the smaller tail doubled, at most 1. (Fisher's test in R adds up what is less likely
 * than the observed instead.) Throws a RangeError for counts that cannot be.
 */
export function twoSidedTail(drawn: Drawn): number {
  return Math.min(1, 2 * Math.min(upperTail(drawn), lowerTail(drawn)));
}

function fewest({ population, successes, draws }: Drawn): number {
  return Math.max(0, draws + successes - population);
}

function most({ successes, draws }: Drawn): number {
  return Math.min(draws, successes);
}

/** The probabilities from one count on, away from the mean, each by its ratio to the one before. */
function tail(drawn: Drawn, from: number, step: 1 | -1): number {
  const { population, successes, draws } = drawn;
  const rest = population - successes - draws;
  const last = step > 0 ? most(drawn) : fewest(drawn);
  let sum = 1;
  let term = 1;
  for (let count = from; count !== last; count += step) {
    term *=
      step > 0
        ? ((successes - count) * (draws - count)) / ((count + 1) * (rest + count + 1))
        : (count * (rest + count)) / ((successes - count + 1) * (draws - count + 1));
    if (term < sum * negligible) break;
    sum += term;
  }
  return Math.min(1, probability(drawn, from) * sum);
}

/**
 * P(X = count). The logarithms of the nine factorials of the 2 × 2 table fall apart into their remainders
 * after Stirling and, from the large parts, the table's deviance: both are small, so that no digits cancel.
 */
function probability({ population, successes, draws }: Drawn, count: number): number {
  const failures = population - successes;
  const left = population - draws;
  const missed = successes - count;
  const drawnFailures = draws - count;
  const leftFailures = failures - drawnFailures;
  const remainders =
    logFactorialRemainder(successes) +
    logFactorialRemainder(failures) +
    logFactorialRemainder(draws) +
    logFactorialRemainder(left) -
    logFactorialRemainder(population) -
    logFactorialRemainder(count) -
    logFactorialRemainder(missed) -
    logFactorialRemainder(drawnFailures) -
    logFactorialRemainder(leftFailures);
  const deviance =
    devianceOf(count, (successes * draws) / population) +
    devianceOf(missed, (successes * left) / population) +
    devianceOf(drawnFailures, (failures * draws) / population) +
    devianceOf(leftFailures, (failures * left) / population);
  return Math.exp(remainders - deviance);
}

function check(drawn: Drawn): void {
  const { population, successes, draws, observed } = drawn;
  const whole =
    Number.isSafeInteger(population) &&
    Number.isSafeInteger(successes) &&
    Number.isSafeInteger(draws) &&
    Number.isSafeInteger(observed);
  const possible =
    successes >= 0 &&
    draws >= 0 &&
    successes <= population &&
    draws <= population &&
    observed >= fewest(drawn) &&
    observed <= most(drawn);
  if (!whole || !possible) {
    throw new RangeError(
      `no ${observed} successes among ${draws} drawn from ${population} with ${successes} successes`,
    );
  }
}
