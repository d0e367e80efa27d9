import { logarithmicMean } from "./logarithmic-mean.ts";

/**
 * How much of the change of a product is due to each of its factors: the additive logarithmic mean Divisia index
 * (LMDI-I; Ang 2005, Energy Policy 33). Exact: the parts sum to the product after less the product before, whatever the
 * order of the factors; and symmetric in time: from after to before they are the same with the other sign. Null where
 * a factor is not above 0, since it has no logarithm, or so small that its product is none.
 *
 * @param before the factors in the one period
 * @param after the same factors, in the same order, in the other
 * @returns one part a factor, in the product's unit
 * @example decomposeProduct([100, 2], [110, 1.8]) // [18.87…, −20.87…], together 198 − 200 = −2
 */
export function decomposeProduct(before: readonly number[], after: readonly number[]): number[] | null {
  if ([...before, ...after].some((factor) => !(factor > 0))) return null;
  const mean = logarithmicMean(product(before), product(after));
  const parts = before.map((factor, index) => mean * logarithmOfRatio(after[index] ?? factor, factor));
  return parts.every(Number.isFinite) ? parts : null;
}

function product(factors: readonly number[]): number {
  return factors.reduce((all, factor) => all * factor, 1);
}

/** ln(a ÷ b), accurate where the two are nearly equal, and with the other sign in the other order. */
function logarithmOfRatio(a: number, b: number): number {
  return a < b ? -Math.log1p((b - a) / a) : Math.log1p((a - b) / b);
}
