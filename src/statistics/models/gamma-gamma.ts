import { covarianceAt } from "./covariance.ts";
import { digamma } from "./digamma.ts";
import { logGamma } from "./log-gamma.ts";
import { type Minimum, minimize, type Objective } from "./minimize.ts";

/**
 * Spend a purchase (Fader and Hardie 2013, "The Gamma-Gamma model of monetary value"): a customer's purchases are
 * gamma with shape p and a rate of the customer's own, which is gamma over customers with shape q and rate v.
 */
export interface GammaGamma {
  p: number;
  q: number;
  v: number;
}

/** The mean spend of a customer's purchases, and how many it is the mean of; both above 0. */
export interface Spend {
  purchases: number;
  mean: number;
}

export interface GammaGammaFit {
  model: GammaGamma;
  logLikelihood: number;
  /** Of the logarithms of p, q and v, in this order; null where the likelihood is flat. */
  covariance: number[][] | null;
  converged: boolean;
}

const starts: readonly (readonly [number, number])[] = [
  [2, 3],
  [6, 4],
  [1, 1.5],
];

/** The model of greatest likelihood, searched for in the logarithms of its parameters from several starts. */
export function fitGammaGamma(spends: readonly Spend[]): GammaGammaFit {
  // In an order of their own, so that sums do not depend on that of the rows; in units of the mean, so that the
  // search does not depend on the currency.
  const sorted = [...spends].sort((one, other) => one.mean - other.mean || one.purchases - other.purchases);
  const unit = sorted.reduce((sum, { mean }) => sum + mean, 0) / sorted.length;
  const scaled = sorted.map(({ purchases, mean }) => ({ purchases, mean: mean / unit }));
  const whole = negativeLogLikelihood(scaled);
  const objective: Objective = (at, gradient) => {
    const value = whole(at, gradient) / sorted.length;
    for (let index = 0; index < gradient.length; index += 1)
      gradient[index] = (gradient[index] ?? 0) / sorted.length;
    return value;
  };
  let best: Minimum | null = null;
  for (const [p, q] of starts) {
    // A v with which the model's mean p v / (q - 1) is that of the customers.
    const found = minimize(objective, [p, q, (q - 1) / p].map(Math.log), { tolerance: 1e-9, mostSteps: 400 });
    if (best === null || found.value < best.value) best = found;
  }
  if (best === null) throw new Error("there is no start to search from");
  const [p = 0, q = 0, v = 0] = best.at.map(Math.exp);
  return {
    model: { p, q, v: v * unit },
    logLikelihood: -best.value * sorted.length - sorted.length * Math.log(unit),
    covariance:
      covarianceAt(objective, best.at)?.map((row) => row.map((cell) => cell / sorted.length)) ?? null,
    converged: best.converged || best.gradient < 1e-6,
  };
}

/** The log-likelihood of spends under a model. */
export function gammaGammaLogLikelihood({ p, q, v }: GammaGamma, spends: readonly Spend[]): number {
  return -negativeLogLikelihood(spends)(Float64Array.from([p, q, v], Math.log), new Float64Array(3));
}

/**
 * The expected spend a purchase of a customer, given the mean of those seen (equation 5); without one, the mean of all
 * customers. Infinite or negative where p x + q ≤ 1: there the model has no mean.
 */
export function expectedSpend({ p, q, v }: GammaGamma, { purchases, mean }: Spend): number {
  return (p * (v + purchases * mean)) / (p * purchases + q - 1);
}

function negativeLogLikelihood(spends: readonly Spend[]): Objective {
  return (at, gradient) => {
    const [p = 0, q = 0, v = 0] = at.map(Math.exp);
    const fixed = q * Math.log(v) - logGamma(q);
    const [logV, digammaQ] = [Math.log(v), digamma(q)];
    const bySize = new Map<number, { log: number; sum: number; own: number }>();
    let logLikelihood = 0;
    let [byP, byQ, byV] = [0, 0, 0];
    for (const { purchases: x, mean } of spends) {
      let known = bySize.get(x);
      if (known === undefined) {
        known = {
          log: logGamma(p * x + q) - logGamma(p * x) + fixed + p * x * Math.log(x),
          sum: digamma(p * x + q),
          own: digamma(p * x),
        };
        bySize.set(x, known);
      }
      const logMean = Math.log(mean);
      const all = v + x * mean;
      const logAll = Math.log(all);
      logLikelihood += known.log + (p * x - 1) * logMean - (p * x + q) * logAll;
      byP += x * (known.sum - known.own + Math.log(x) + logMean - logAll);
      byQ += known.sum - digammaQ + logV - logAll;
      byV += q / v - (p * x + q) / all;
    }
    gradient[0] = -byP * p;
    gradient[1] = -byQ * q;
    gradient[2] = -byV * v;
    return -logLikelihood;
  };
}
