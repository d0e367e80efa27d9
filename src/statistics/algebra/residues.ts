/** A prime below 2^26: products of two residues are exact. */
export const prime = 67_108_859;

/** What a residue above 0 is to be multiplied with for 1, modulo the prime; by the extended algorithm of Euclid. */
export function inverse(value: number): number {
  let [one, other, rest, next] = [0, 1, prime, value];
  while (next !== 0) {
    const times = Math.floor(rest / next);
    [one, other] = [other, one - times * other];
    [rest, next] = [next, rest - times * next];
  }
  return one < 0 ? one + prime : one;
}
