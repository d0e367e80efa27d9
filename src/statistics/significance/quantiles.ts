import { normalUpperTail, studentUpperTail } from "./tails.ts";

/** The z that a standard normal value exceeds with this chance (R: `qnorm(p, lower.tail = FALSE)`), to 1e-12. */
export function normalQuantile(upper: number): number {
  return quantileOf(upper, normalUpperTail);
}

/** The t that Student's t exceeds with this chance (R: `qt(p, degrees, lower.tail = FALSE)`), to 1e-12. */
export function studentQuantile(upper: number, degrees: number): number {
  return quantileOf(upper, (t) => studentUpperTail(t, degrees));
}

/**
 * Where a tail that is symmetric about 0 comes down to `upper`: bracketed, then halved until two doubles are
 * neighbours. Throws a RangeError for a chance that is not between 0 and 1.
 */
function quantileOf(upper: number, tail: (value: number) => number): number {
  if (!(upper > 0 && upper < 1)) throw new RangeError(`${upper} is no chance between 0 and 1`);
  if (upper === 0.5) return 0;
  if (upper > 0.5) return -quantileOf(1 - upper, tail);
  let low = 0;
  let high = 1;
  while (tail(high) > upper) {
    low = high;
    high *= 2;
  }
  for (;;) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) return middle;
    if (tail(middle) > upper) low = middle;
    else high = middle;
  }
}
