import type { BetaGeometricFit } from "./beta-geometric.ts";
import { covarianceAt } from "./covariance.ts";
import { digamma } from "./digamma.ts";
import { logGamma } from "./log-gamma.ts";
import { minimize, type Objective } from "./minimize.ts";
import type { Histories } from "./purchase-histories.ts";

/**
 * Purchases of customers who never drop out (Ehrenberg 1959, the NBD model): what BG/NBD becomes where a goes to 0.
 * Given as such a model, a being 0 and b of no meaning, so that the same formulas forecast by it. The likelihood is that
 * of the times of purchase, as in BG/NBD, so that the two can be compared; their covariance has zeros for a and b.
 */
export function fitNegativeBinomial(histories: Histories): BetaGeometricFit {
  const customers = histories.count.reduce((sum, count) => sum + count, 0);
  const watch = histories.T.reduce((sum, T, row) => sum + T * (histories.count[row] ?? 0), 0) / customers;
  const objective = negativeLogLikelihood(histories, customers);
  const found = minimize(objective, [0, Math.log(Math.max(watch, 1e-6))], {
    tolerance: 1e-9,
    mostSteps: 400,
  });
  const [r = 0, alpha = 0] = found.at.map(Math.exp);
  const covariance = covarianceAt(objective, found.at);
  const cell = (row: number, column: number) => (covariance?.[row]?.[column] ?? 0) / customers;
  return {
    model: { dropout: "bg", r, alpha, a: 0, b: 1 },
    logLikelihood: -found.value * customers,
    covariance:
      covariance === null ? null : [0, 1, 2, 3].map((row) => [0, 1, 2, 3].map((column) => cell(row, column))),
    converged: found.converged || found.gradient < 1e-6,
  };
}

function negativeLogLikelihood({ x, T, count }: Histories, customers: number): Objective {
  return (at, gradient) => {
    const [r = 0, alpha = 0] = at.map(Math.exp);
    const logAlpha = Math.log(alpha);
    const [logGammaR, digammaR] = [logGamma(r), digamma(r)];
    let logLikelihood = 0;
    let byR = 0;
    let byAlpha = 0;
    for (let row = 0; row < x.length; row += 1) {
      const shape = r + (x[row] ?? 0);
      const watched = alpha + (T[row] ?? 0);
      const weight = count[row] ?? 0;
      const log = Math.log(watched);
      logLikelihood += weight * (logGamma(shape) - logGammaR + r * logAlpha - shape * log);
      byR += weight * (digamma(shape) - digammaR + logAlpha - log);
      byAlpha += weight * (r / alpha - shape / watched);
    }
    gradient[0] = (-byR * r) / customers;
    gradient[1] = (-byAlpha * alpha) / customers;
    return -logLikelihood / customers;
  };
}
