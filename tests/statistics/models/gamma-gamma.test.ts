import { describe, expect, test } from "vitest";
import {
  expectedSpend,
  fitGammaGamma,
  type GammaGamma,
  gammaGammaLogLikelihood,
  type Spend,
} from "../../../src/statistics/models/gamma-gamma.ts";
import { seededRandom } from "../../../src/statistics/random/random.ts";
import { cdnowCustomers } from "./cdnow.ts";
import { drawGamma } from "./draw.ts";

const truth: GammaGamma = { p: 6.25, q: 3.74, v: 15.44 };

function simulated(customers: number, seed: number, { p, q, v }: GammaGamma): Spend[] {
  const random = seededRandom(seed);
  return Array.from({ length: customers }, (_, index) => {
    const purchases = 1 + (index % 6);
    const rate = drawGamma(q, random) / v;
    return { purchases, mean: drawGamma(p * purchases, random) / rate / purchases };
  });
}

describe("fitGammaGamma", () => {
  test("finds the maximum of the CDNOW sample that the paper and lifetimes 0.11.3 find", ({ skip }) => {
    const spends = cdnowCustomers(skip).flatMap(({ spend }) => (spend.purchases > 0 ? [spend] : []));
    expect(spends).toHaveLength(946);
    const { model, logLikelihood, converged, covariance } = fitGammaGamma(spends);
    expect(converged).toBe(true);
    expect(covariance).not.toBeNull();
    expect(model.p).toBeCloseTo(6.24957, 4);
    expect(model.q).toBeCloseTo(3.744225, 5);
    expect(model.v).toBeCloseTo(15.44352, 4);
    expect(logLikelihood).toBeCloseTo(-4055.917694801875, 6);
    expect(gammaGammaLogLikelihood(truth, spends)).toBeCloseTo(-4055.919232049544, 6);
    // Customers 1 and 2 of the sample by the same maximum.
    expect(expectedSpend(model, { purchases: 2, mean: 22.345 })).toBeCloseTo(24.653918, 4);
    expect(expectedSpend(model, { purchases: 0, mean: 0 })).toBeCloseTo(35.17037, 3);
  });

  test("gives the parameters of simulated customers back, within three standard errors", () => {
    const { model, covariance } = fitGammaGamma(simulated(4000, 11, truth));
    for (const [index, name] of (["p", "q", "v"] as const).entries()) {
      const error = Math.sqrt(covariance?.[index]?.[index] ?? Number.NaN);
      expect(Math.abs(Math.log(model[name] / truth[name])) / error, name).toBeLessThan(3);
    }
  });

  test("does not depend on the currency's scale, nor on the order of customers", () => {
    const spends = simulated(300, 5, truth);
    const { model, logLikelihood } = fitGammaGamma(spends);
    const scaled = fitGammaGamma(
      spends.map(({ purchases, mean }) => ({ purchases, mean: 1000 * mean })).reverse(),
    );
    expect(scaled.model.p / model.p).toBeCloseTo(1, 6);
    expect(scaled.model.q / model.q).toBeCloseTo(1, 6);
    expect(scaled.model.v / model.v / 1000).toBeCloseTo(1, 6);
    expect(scaled.logLikelihood).toBeCloseTo(logLikelihood - 300 * Math.log(1000), 6);
  });
});
