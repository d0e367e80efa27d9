/**
 * The logarithmic mean of two numbers above 0: (a − b) ÷ (ln a − ln b), and a where they are equal. Between their
 * geometric and their arithmetic mean; the same in either order.
 *
 * @example logarithmicMean(1, Math.E) // Math.E − 1 = 1.718…
 */
export function logarithmicMean(a: number, b: number): number {
  const [low, high] = a < b ? [a, b] : [b, a];
  // ln(high ÷ low) by its own distance from 1: two logarithms that are nearly equal would cost all digits.
  const distance = (high - low) / low;
  return distance === 0 ? low : (high - low) / Math.log1p(distance);
}
