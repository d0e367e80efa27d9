/**
 * How much less often two things lie together because a basket's size is given: with one of them in it, there is
 * one place less for the other.
 */
export interface FixedSizeSampling {
  /** The sum of all weights. */
  total: number;
  /** The weight of a thing by the share of the baskets that hold it. */
  weightOf(share: number): number;
}

/** Halvings until two doubles are neighbours. */
const mostSteps = 200;

/**
 * Of things that are drawn without regard to each other, each with its own share π of the baskets, into baskets of one
 * size (conditional Poisson or maximum entropy sampling), k and l lie together with chance π_k π_l − c_k c_l / Σc,
 * where c_k − c_k² / Σc = π_k (1 − π_k): so that each thing has the right number of companions (Deville and Tillé,
 * "Variance approximation under balanced sampling", 2005; Matei and Tillé, "Evaluation of variance approximations
 * and estimators in maximum entropy sampling with unequal probability and fixed sample size", 2005). Where the
 * variance v = π (1 − π) of one thing outweighs the others, Σ (1 − √(1 − v / max v)) < 2, there is no such c, and c = v
 * stands in, after Hájek (1964).
 * `shares` are π, those of no basket or of every one may be left out.
 */
export function fixedSizeSampling(shares: Iterable<number>): FixedSizeSampling {
  const variances = new Map<number, number>();
  let sum = 0;
  let largest = 0;
  for (const share of shares) {
    const variance = share * (1 - share);
    if (!(variance > 0)) continue;
    variances.set(variance, (variances.get(variance) ?? 0) + 1);
    sum += variance;
    largest = Math.max(largest, variance);
  }
  const surplus = (total: number) => {
    let weights = 0;
    for (const [variance, count] of variances) weights += count * weight(variance, total);
    return weights - total;
  };
  let low = 4 * largest;
  let high = Math.max(low, 2 * sum);
  if (!(surplus(low) >= 0)) return { total: sum, weightOf: (share) => share * (1 - share) };
  for (let step = 0; step < mostSteps; step += 1) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) break;
    if (surplus(middle) > 0) low = middle;
    else high = middle;
  }
  const total = high;
  return { total, weightOf: (share) => weight(share * (1 - share), total) };
}

function weight(variance: number, total: number): number {
  return (total / 2) * (1 - Math.sqrt(Math.max(0, 1 - (4 * variance) / total)));
}
