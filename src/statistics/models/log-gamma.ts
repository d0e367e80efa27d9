import { stirlingRemainder } from "../significance/stirling.ts";

/** ln Γ(x) for x > 0 (scipy: `gammaln`), to 1e-14 of the larger of 1 and the value; NaN elsewhere. */
export function logGamma(x: number): number {
  return x > 0 ? stirlingRemainder(x) + (x - 1) * Math.log(x) - x : Number.NaN;
}
