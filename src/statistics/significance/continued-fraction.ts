/** Stands for 0 in a denominator. */
const tiny = 1e-300;
/** A step that changes the value by less than this share is the last. */
const negligible = 1e-16;
/** Far more steps than any argument needs: the square root of the largest parameter is the order of them. */
const mostSteps = 1_000_000;

/**
 * b₀ + a₁ / (b₁ + a₂ / (b₂ + …)) by the method of Lentz as modified by Thompson and Barnett (1986). `step(n)` gives
 * [aₙ, bₙ] for n from 1 on. Throws a RangeError where it does not come to rest.
 */
export function continuedFraction(
  first: number,
  step: (n: number) => readonly [numerator: number, denominator: number],
): number {
  let value = first === 0 ? tiny : first;
  let above = value;
  let below = 0;
  for (let n = 1; n <= mostSteps; n += 1) {
    const [a, b] = step(n);
    below = 1 / (b + a * below || tiny);
    above = b + a / above || tiny;
    const factor = above * below;
    value *= factor;
    if (Math.abs(factor - 1) <= negligible) return value;
  }
  throw new RangeError("a continued fraction did not come to rest");
}
