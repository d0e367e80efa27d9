import { gammaln } from "simple-statistics";

let known = new Float64Array(0);

/** The remainders of larger numbers are worked out each time. */
const mostKept = 1 << 20;

/** From here on the series below is exact to the last digit of a double. */
const seriesFrom = 20;

/**
 * What Stirling's n ln n - n leaves of ln n!, for whole n from 0 on: 0 for 0, then slowly growing (8 for a
 * million). Worked with instead of ln n! itself, whose size would cost a probability its digits: at n of a
 * million, rounding ln n! moves it by 1e-9, rounding the remainder by 1e-15. Remainders are kept for next
 * time, since tests by the million ask for the same ones. Loader, "Fast and accurate computation of binomial
 * probabilities" (2000), from whom R has it.
 */
export function logFactorialRemainder(n: number): number {
  if (n < known.length) return known[n] ?? 0;
  if (n >= mostKept) return remainder(n);
  const grown = new Float64Array(Math.min(mostKept, Math.max(1024, 2 * n)));
  grown.set(known);
  for (let each = known.length; each < grown.length; each += 1) grown[each] = remainder(each);
  known = grown;
  return known[n] ?? 0;
}

function remainder(n: number): number {
  if (n === 0) return 0;
  if (n < seriesFrom) return gammaln(n + 1) - n * Math.log(n) + n;
  const square = n * n;
  const series =
    (1 / 12 - (1 / 360 - (1 / 1260 - (1 / 1680 - 1 / 1188 / square) / square) / square) / square) / n;
  return 0.5 * Math.log(2 * Math.PI * n) + series;
}
