import { gammaln } from "simple-statistics";

let known = new Float64Array(0);

/** Above this they are worked out each time. */
const mostKept = 1 << 20;

/**
 * The natural logarithm of n!, for whole n from 0 on, by the log-gamma function of simple-statistics. Kept for
 * next time: tests by the million ask for the same ones.
 */
export function logFactorial(n: number): number {
  if (n < known.length) return known[n] ?? 0;
  if (n >= mostKept) return gammaln(n + 1);
  const grown = new Float64Array(Math.min(mostKept, Math.max(1024, 2 * n)));
  grown.set(known);
  for (let each = known.length; each < grown.length; each += 1)
    grown[each] = each < 2 ? 0 : gammaln(each + 1);
  known = grown;
  return known[n] ?? 0;
}
