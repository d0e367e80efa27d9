/**
 * q values after Benjamini and Hochberg (1995), one for each p-value and in their order: the smallest share
 * of false finds at which the find would still be listed. R's `p.adjust(p, "BH", tests)`: equal p-values get
 * equal q values; none gives none.
 *
 * Where not all p-values are at hand, `tests` says how many tests there were in all. The others then count
 * as 1, which gives no q below the true one: hand in all of them up to where they matter. Throws a
 * RangeError for a p outside 0 to 1 and for fewer tests than p-values.
 *
 * benjaminiHochberg([0.01, 0.04, 0.03]) is [0.03, 0.04, 0.04]
 */
export function benjaminiHochberg(
  pValues: Float64Array | readonly number[],
  tests = pValues.length,
): Float64Array {
  const count = pValues.length;
  if (!(Number.isSafeInteger(tests) && tests >= count)) {
    throw new RangeError(`${tests} tests cannot have ${count} p-values`);
  }
  const ascending = Float64Array.from(pValues).sort();
  const wrong = pValues.find((p) => !(p >= 0 && p <= 1));
  if (wrong !== undefined) throw new RangeError(`${wrong} is not a p-value`);
  const stepped = new Float64Array(count);
  let least = 1;
  for (let rank = count; rank > 0; rank -= 1) {
    // Multiplied in this order, as in R, q is never below p.
    least = Math.min(least, (tests / rank) * (ascending[rank - 1] ?? 1));
    stepped[rank - 1] = least;
  }
  return Float64Array.from(pValues, (p) => stepped[firstAtLeast(ascending, p)] ?? 1);
}

/** Where the first value stands that is not below `value`. */
function firstAtLeast(ascending: Float64Array, value: number): number {
  let from = 0;
  let to = ascending.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((ascending[middle] ?? 1) < value) from = middle + 1;
    else to = middle;
  }
  return from;
}
