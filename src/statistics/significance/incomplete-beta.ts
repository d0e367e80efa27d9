import { continuedFraction } from "./continued-fraction.ts";
import { devianceOf, stirlingRemainder } from "./stirling.ts";

/**
 * The regularised incomplete beta function Iₓ(a, b) for a, b > 0 (scipy's `betainc`, R's `pbeta`), by the continued
 * fraction of Didonato and Morris, "Significant digit computation of the incomplete beta function ratios" (1992),
 * which keeps its digits where the better known one loses them: at a million degrees of freedom. x comes with its
 * complement 1 - x, so that neither loses digits where the other is near 1. Relative error below 1e-12 for what a
 * double can hold, tiny values included.
 */
export function incompleteBeta(x: number, complement: number, a: number, b: number): number {
  if (!(x > 0)) return 0;
  if (!(complement > 0)) return 1;
  const isBelowMean = (a + b) * complement >= b;
  const tail = isBelowMean ? fraction(x, complement, a, b) : 1 - fraction(complement, x, b, a);
  return Math.min(1, Math.max(0, tail));
}

function fraction(x: number, y: number, a: number, b: number): number {
  const all = a + b;
  // xᵃ yᵇ / B(a, b), by deviances, so that no digits cancel.
  const logFront =
    stirlingRemainder(all) -
    stirlingRemainder(a) -
    stirlingRemainder(b) -
    devianceOf(a, all * x) -
    devianceOf(b, all * y);
  const front = (Math.exp(logFront) * a * b) / all;
  const surplus = all * y - b;
  const denominator = (n: number) =>
    n + (n * (b - n) * x) / (a + 2 * n - 1) + ((a + n) * (surplus + 1 + n * (1 + y))) / (a + 2 * n + 1);
  const value = continuedFraction((a * (surplus + 1)) / (a + 1), (n) => {
    const wide = a + 2 * n - 1;
    return [((a + n - 1) / wide) * ((all + n - 1) / wide) * n * (b - n) * x * x, denominator(n)];
  });
  return front / value;
}
