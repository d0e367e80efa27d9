import { logFactorialRemainder } from "./log-factorial.ts";

/** A 2 × 2 table with its margins: how many there are, how many have the one and the other. */
export interface Margins {
  population: number;
  one: number;
  other: number;
}

/** ln Σ w(x), and the mean and the variance of x where the chance of x is in proportion to w(x). */
export interface TiltedSums {
  logSum: number;
  mean: number;
  variance: number;
}

/** Terms below this share of the largest can no longer change a sum. */
const negligible = 1e-17;

/**
 * Fisher's noncentral hypergeometric distribution: of how many both are had where the odds ratio of the table is
 * exp(`logOdds`) (R: package BiasedUrn, `dFNCHypergeo`). The weights are w(x) = C(one, x) C(population − one,
 * other − x) exp(x logOdds), summed from their mode to both sides (Liao and Rosen, "Fast and stable algorithms for
 * computing and sampling from the noncentral hypergeometric distribution", 2001).
 */
export function tiltedSums({ population, one, other }: Margins, logOdds: number): TiltedSums {
  const rest = population - one - other;
  const least = Math.max(0, -rest);
  const most = Math.min(one, other);
  const odds = Math.exp(logOdds);
  const mode = Math.min(most, Math.max(least, Math.floor(meanNear(rest, one, other, odds))));
  let [sum, first, second] = [1, 0, 0];
  let term = 1;
  for (let x = mode; x < most; x += 1) {
    term *= (odds * (one - x) * (other - x)) / ((x + 1) * (rest + x + 1));
    if (term < sum * negligible) break;
    const away = x + 1 - mode;
    sum += term;
    first += away * term;
    second += away * away * term;
  }
  term = 1;
  for (let x = mode; x > least; x -= 1) {
    term *= (x * (rest + x)) / (odds * (one - x + 1) * (other - x + 1));
    if (term < sum * negligible) break;
    const away = x - 1 - mode;
    sum += term;
    first += away * term;
    second += away * away * term;
  }
  const mean = first / sum;
  return {
    logSum: logWeight({ population, one, other }, mode) + mode * logOdds + Math.log(sum),
    mean: mode + mean,
    variance: Math.max(0, second / sum - mean * mean),
  };
}

/** ln of C(one, both) C(population − one, other − both). */
export function logWeight({ population, one, other }: Margins, both: number): number {
  return logChoose(one, both) + logChoose(population - one, other - both);
}

function logChoose(of: number, some: number): number {
  return logFactorial(of) - logFactorial(some) - logFactorial(of - some);
}

function logFactorial(n: number): number {
  return n === 0 ? 0 : n * Math.log(n) - n + logFactorialRemainder(n);
}

/** About where the mean lies: the count at which the table has just these odds (Cornfield 1956). */
function meanNear(rest: number, one: number, other: number, odds: number): number {
  const linear = rest + odds * (one + other);
  const root = Math.sqrt(Math.max(0, linear * linear + 4 * (1 - odds) * odds * one * other));
  return linear + root === 0 ? 0 : (2 * odds * one * other) / (linear + root);
}
