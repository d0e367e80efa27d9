import { stirlingRemainder } from "./stirling.ts";

let known = new Float64Array(0);

/** The remainders of larger numbers are worked out each time. */
const mostKept = 1 << 20;

/**
 * `stirlingRemainder` of whole n from 0 on. Remainders are kept for next time, since tests by the million ask for
 * the same ones.
 */
export function logFactorialRemainder(n: number): number {
  if (n < known.length) return known[n] ?? 0;
  if (n >= mostKept) return stirlingRemainder(n);
  const grown = new Float64Array(Math.min(mostKept, Math.max(1024, 2 * n)));
  grown.set(known);
  for (let each = known.length; each < grown.length; each += 1) grown[each] = stirlingRemainder(each);
  known = grown;
  return known[n] ?? 0;
}
