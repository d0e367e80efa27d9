import { sum } from "../describe/sum.ts";
import { binomialUpperTail } from "../significance/tails.ts";

/** A typical value with its interval of confidence. */
export interface TypicalValue {
  typical: number;
  low: number;
  high: number;
}

/**
 * The median of values and its interval of 95 % (or more, as whole ranks allow) by ranks, whatever the values are
 * distributed like (Conover, Practical Nonparametric Statistics, 1999, 3.2; R: `DescTools::MedianCI(method =
 * "exact")`). Each is told as the mean of the `together` values about it, so that none is the value of a single
 * person. Null for fewer than six values, of which no interval of 95 % is known.
 *
 * `ascending` must be sorted.
 */
export function typicalValue(ascending: Float64Array, together: number): TypicalValue | null {
  const count = ascending.length;
  const rank = lowestRank(count);
  if (rank === null) return null;
  return {
    typical: meanAbout(ascending, (count - 1) / 2, together),
    low: meanAbout(ascending, rank, together),
    high: meanAbout(ascending, count - 1 - rank, together),
  };
}

/** The highest place from which on at least 97.5 % of medians lie; null where even the first is too high. */
function lowestRank(count: number): number | null {
  // P(at most `place` of the values lie below the median), by symmetry of a binomial of 1/2.
  const tail = (place: number) => binomialUpperTail(count - place, count, 0.5);
  if (tail(0) > 0.025) return null;
  let low = 0;
  let high = Math.floor(count / 2);
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (tail(middle) <= 0.025) low = middle;
    else high = middle;
  }
  return low;
}

/** The mean of so many values whose middle is nearest to a place. */
function meanAbout(ascending: Float64Array, place: number, together: number): number {
  const count = ascending.length;
  // An even number about a place between two values, an odd one about a value.
  const isBetween = !Number.isInteger(place);
  const width = Math.min(count, together + (isBetween === (together % 2 === 0) ? 0 : 1));
  const start = Math.min(count - width, Math.max(0, Math.round(place - (width - 1) / 2)));
  return sum(ascending.subarray(start, start + width)) / width;
}
