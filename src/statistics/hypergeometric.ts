import { logFactorial } from "./log-factorial.ts";

/** Of a population some are successes; so many are drawn, and so many successes are among them. */
export interface Drawn {
  population: number;
  successes: number;
  draws: number;
  observed: number;
}

/**
 * P(X ≥ observed) for a hypergeometric X: the one-sided p-value of Fisher's exact test, as R's
 * `phyper(observed - 1, …, lower.tail = FALSE)`. Throws a RangeError for impossible numbers.
 */
export function upperTail(drawn: Drawn): number {
  check(drawn);
  const { population, successes, draws, observed } = drawn;
  const fewest = Math.max(0, draws + successes - population);
  if (observed <= fewest) return 1;
  const mean = (draws * successes) / population;
  return observed > mean ? outward(drawn, observed, 1) : 1 - outward(drawn, observed - 1, -1);
}

/** P(X ≤ observed), as R's `phyper(observed, …)`. Throws a RangeError for impossible numbers. */
export function lowerTail(drawn: Drawn): number {
  check(drawn);
  const { population, successes, draws, observed } = drawn;
  if (observed >= Math.min(draws, successes)) return 1;
  const mean = (draws * successes) / population;
  return observed < mean ? outward(drawn, observed, -1) : 1 - outward(drawn, observed + 1, 1);
}

/** The smaller tail doubled, at most 1: a two-sided p-value. Throws a RangeError for impossible numbers. */
export function twoSidedTail(drawn: Drawn): number {
  return Math.min(1, 2 * Math.min(upperTail(drawn), lowerTail(drawn)));
}

/** The probabilities from a count away from the mean, added up until they no longer count. */
function outward({ population, successes, draws }: Drawn, from: number, step: 1 | -1): number {
  const fewest = Math.max(0, draws + successes - population);
  const most = Math.min(draws, successes);
  if (from < fewest || from > most) return 0;
  const rest = population - successes - draws;
  let sum = 1;
  let term = 1;
  for (let count = from; count >= fewest && count <= most; count += step) {
    term *=
      step > 0
        ? ((successes - count) * (draws - count)) / ((count + 1) * (rest + count + 1))
        : (count * (rest + count)) / ((successes - count + 1) * (draws - count + 1));
    if (term < sum * 1e-17) break;
    sum += term;
  }
  return Math.min(1, Math.exp(logProbability(population, successes, draws, from) + Math.log(sum)));
}

function logProbability(population: number, successes: number, draws: number, count: number): number {
  return (
    logFactorial(successes) -
    logFactorial(count) -
    logFactorial(successes - count) +
    logFactorial(population - successes) -
    logFactorial(draws - count) -
    logFactorial(population - successes - draws + count) -
    logFactorial(population) +
    logFactorial(draws) +
    logFactorial(population - draws)
  );
}

function check({ population, successes, draws, observed }: Drawn): void {
  const whole = [population, successes, draws, observed].every(
    (count) => Number.isInteger(count) && count >= 0,
  );
  if (!whole || successes > population || draws > population || observed > Math.min(successes, draws)) {
    throw new RangeError(
      `no hypergeometric test of ${observed} successes in ${draws} draws from ${population} with ${successes}`,
    );
  }
}
