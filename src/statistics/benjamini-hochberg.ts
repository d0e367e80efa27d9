/**
 * q values after Benjamini and Hochberg (1995), in the order of the p-values: R's `p.adjust(p, "BH")`. Where
 * only the smallest p-values are at hand, `tests` says how many tests there were in all.
 */
export function benjaminiHochberg(p: ArrayLike<number>, tests = p.length): Float64Array {
  const order = Uint32Array.from({ length: p.length }, (_, index) => index).sort(
    (a, b) => (p[a] ?? 1) - (p[b] ?? 1),
  );
  const q = new Float64Array(p.length);
  let least = 1;
  for (let rank = order.length; rank >= 1; rank -= 1) {
    const index = order[rank - 1] ?? 0;
    least = Math.min(least, ((p[index] ?? 1) * tests) / rank);
    q[index] = least;
  }
  return q;
}
