import { normalQuantile } from "./quantiles.ts";

/**
 * How far values of one sample lie above those of another: the median of all differences, one less the other, and its
 * interval of 95 %, which leaves out 0 where the rank test of Wilcoxon, Mann and Whitney parts the two (Hodges and
 * Lehmann 1963; R: `wilcox.test(one, other, conf.int = TRUE, exact = FALSE, correct = FALSE)`, here with the ranks of
 * the interval's ends from the normal approximation, tied values told as such). Both must be sorted ascending. Null
 * where either is empty.
 */
export function shiftBetween(
  one: Float64Array,
  other: Float64Array,
): { value: number; low: number; high: number } | null {
  if (one.length === 0 || other.length === 0) return null;
  const pairs = one.length * other.length;
  const reach = normalQuantile(0.025) * Math.sqrt(rankSumVariance(one, other));
  const at = (rank: number) => differenceAt(one, other, Math.min(pairs, Math.max(1, rank)));
  const middle = (at(Math.ceil(pairs / 2)) + at(Math.floor(pairs / 2) + 1)) / 2;
  return {
    value: middle,
    low: at(Math.round(pairs / 2 - reach)),
    high: at(Math.round(pairs / 2 + reach) + 1),
  };
}

/** Variance of the number of pairs in which one is above the other, where the two are alike; ties narrow it. */
function rankSumVariance(one: Float64Array, other: Float64Array): number {
  const all = new Float64Array(one.length + other.length);
  all.set(one);
  all.set(other, one.length);
  all.sort();
  const count = all.length;
  let ties = 0;
  for (let start = 0, end = 0; start < count; start = end) {
    while (end < count && all[end] === all[start]) end += 1;
    ties += (end - start) ** 3 - (end - start);
  }
  return ((one.length * other.length) / 12) * (count + 1 - ties / Math.max(1, count * (count - 1)));
}

/** The difference of a rank, from 1 on, among all: found by halving, since there may be billions. */
function differenceAt(one: Float64Array, other: Float64Array, rank: number): number {
  let low = (one[0] ?? 0) - (other.at(-1) ?? 0);
  let high = (one.at(-1) ?? 0) - (other[0] ?? 0);
  if (upTo(one, other, low) >= rank) return low;
  for (;;) {
    const middle = low + (high - low) / 2;
    if (middle <= low || middle >= high || high - low <= 1e-10 * Math.max(1e-9, Math.abs(high))) return high;
    if (upTo(one, other, middle) >= rank) high = middle;
    else low = middle;
  }
}

/** How many differences are at most so large. */
function upTo(one: Float64Array, other: Float64Array, most: number): number {
  let count = 0;
  let from = 0;
  for (const value of one) {
    // The first of the other that is near enough: it moves up with the value.
    while (from < other.length && value - (other[from] ?? 0) > most) from += 1;
    count += other.length - from;
  }
  return count;
}
