import type { Random } from "../../../src/statistics/random/random.ts";

/** A standard normal value (Box and Muller). */
function drawNormal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** A gamma value of rate 1 (Marsaglia and Tsang 2000; below shape 1 by their boost). */
export function drawGamma(shape: number, random: Random): number {
  if (shape < 1) return drawGamma(shape + 1, random) * (1 - random()) ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const normal = drawNormal(random);
    const v = (1 + c * normal) ** 3;
    if (v > 0 && Math.log(1 - random()) < 0.5 * normal * normal + d - d * v + d * Math.log(v)) return d * v;
  }
}

export function drawBeta(a: number, b: number, random: Random): number {
  const one = drawGamma(a, random);
  return one / (one + drawGamma(b, random));
}

export function drawExponential(rate: number, random: Random): number {
  return -Math.log(1 - random()) / rate;
}
