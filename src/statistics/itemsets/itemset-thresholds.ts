/** A share as a ratio of whole numbers, so that what lies exactly on a threshold reaches it: 8/10, not 0.8. */
export interface Fraction {
  numerator: number;
  denominator: number;
}

/** More digits than these are what binary fractions leave of decimals. */
const digits = 15;

/**
 * The fraction that a decimal share stands for: its first 15 significant digits over a power of ten. Throws
 * a RangeError for what is not a number from 0 to 1.
 *
 * fractionOf(0.8) is 8/10
 */
export function fractionOf(share: number): Fraction {
  if (!(share >= 0 && share <= 1)) throw new RangeError(`${share} is not a share from 0 to 1`);
  const [mantissa = "0", exponent = "0"] = Number(share.toPrecision(digits)).toExponential().split("e");
  const [whole = "0", decimals = ""] = mantissa.split(".");
  const power = decimals.length - Number(exponent);
  if (share === 0) return { numerator: 0, denominator: 1 };
  return { numerator: Number(whole + decimals), denominator: Number(`1e${power}`) };
}

/**
 * The smallest whole count that is at least a fraction of `whole`, worked out in whole numbers. Throws a
 * RangeError for a fraction that is not of whole numbers from 0 to 1.
 *
 * leastCount(20, { numerator: 8, denominator: 10 }) is 16
 */
export function leastCount(whole: number, { numerator, denominator }: Fraction): number {
  if (!(Number.isInteger(numerator) && Number.isInteger(denominator) && numerator >= 0 && denominator >= 1)) {
    throw new RangeError(`${numerator}/${denominator} is not a fraction of whole numbers`);
  }
  if (numerator > denominator) throw new RangeError(`${numerator}/${denominator} is above 1`);
  const product = numerator * whole;
  if (!(Number.isSafeInteger(product) && Number.isSafeInteger(denominator))) {
    const exact = BigInt(denominator);
    return Number((BigInt(numerator) * BigInt(whole) + exact - 1n) / exact);
  }
  const rest = product % denominator;
  return (product - rest) / denominator + (rest > 0 ? 1 : 0);
}
