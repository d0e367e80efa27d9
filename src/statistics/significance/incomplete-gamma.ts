import { continuedFraction } from "./continued-fraction.ts";
import { devianceOf, stirlingRemainder } from "./stirling.ts";

/**
 * The regularised upper incomplete gamma function Q(a, x) = Γ(a, x) / Γ(a), for a > 0 and x ≥ 0 (scipy's
 * `gammaincc`, R's `pgamma(x, a, lower.tail = FALSE)`): its series below a + 1 and its continued fraction above
 * (NIST, Digital Library of Mathematical Functions, 8.11.4 and 8.9.2). Relative error below 1e-12 for
 * what a double can hold, tiny values included.
 */
export function upperGamma(a: number, x: number): number {
  if (!(x > 0)) return 1;
  if (x === Number.POSITIVE_INFINITY) return 0;
  return x < a + 1 ? 1 - lowerSeries(a, x) : upperFraction(a, x);
}

/** P(a, x) = 1 - Q(a, x) (scipy's `gammainc`), with the same digits where it is tiny. */
export function lowerGamma(a: number, x: number): number {
  if (!(x > 0)) return 0;
  if (x === Number.POSITIVE_INFINITY) return 1;
  return x < a + 1 ? lowerSeries(a, x) : 1 - upperFraction(a, x);
}

/** xᵃ e⁻ˣ / Γ(a + 1), by deviances, so that no digits cancel. */
function front(a: number, x: number): number {
  return Math.exp(-devianceOf(a, x) - stirlingRemainder(a));
}

function lowerSeries(a: number, x: number): number {
  let term = 1;
  let sum = 1;
  for (let next = a + 1; ; next += 1) {
    term *= x / next;
    const grown = sum + term;
    if (grown === sum) break;
    sum = grown;
  }
  return Math.min(1, front(a, x) * sum);
}

function upperFraction(a: number, x: number): number {
  const fraction = continuedFraction(x + 1 - a, (n) => [n * (a - n), x + 2 * n + 1 - a]);
  return Math.min(1, (a * front(a, x)) / fraction);
}
