/** From here on the series below is exact to the last digit of a double. */
const seriesFrom = 20;

/**
 * What Stirling's x ln x - x leaves of ln Γ(x + 1), for real x from 0 on: 0 for 0, then slowly growing (8 for a
 * million). Worked with instead of ln Γ itself, whose size would cost a probability its digits: at a million,
 * rounding ln Γ moves it by 1e-9, rounding the remainder by 1e-15. Right to 1e-14. Loader, "Fast and accurate
 * computation of binomial probabilities" (2000), from whom R has it.
 */
export function stirlingRemainder(x: number): number {
  if (x === 0) return 0;
  let product = 1;
  let raised = x;
  // Γ(x + 1) from a larger argument: the series holds only there.
  while (raised < seriesFrom) {
    raised += 1;
    product *= raised;
  }
  if (raised === x) return series(x);
  return series(raised) + raised * Math.log(raised) - raised - Math.log(product) - x * Math.log(x) + x;
}

function series(x: number): number {
  const square = x * x;
  const sum =
    (1 / 12 - (1 / 360 - (1 / 1260 - (1 / 1680 - 1 / 1188 / square) / square) / square) / square) / x;
  return 0.5 * Math.log(2 * Math.PI * x) + sum;
}

/**
 * x ln(x / mean) + mean - x, the deviance of a count from its mean: by a series where x is near the mean and the
 * plain formula would cancel (Loader 2000, his `bd0`).
 */
export function devianceOf(x: number, mean: number): number {
  if (x === 0) return mean;
  const difference = x - mean;
  if (Math.abs(difference) >= 0.1 * (x + mean)) return x * Math.log(x / mean) - difference;
  const ratio = difference / (x + mean);
  const square = ratio * ratio;
  let sum = difference * ratio;
  let power = 2 * x * ratio;
  for (let odd = 3; ; odd += 2) {
    power *= square;
    const next = sum + power / odd;
    if (next === sum) return sum;
    sum = next;
  }
}
