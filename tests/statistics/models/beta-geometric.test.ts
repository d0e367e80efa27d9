import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  aliveProbability,
  type BetaGeometric,
  type Dropout,
  fitBetaGeometric,
  logLikelihoodOf,
  purchasesOfNewCustomer,
  purchasesToCome,
} from "../../../src/statistics/models/beta-geometric.ts";
import { groupHistories, type PurchaseHistory } from "../../../src/statistics/models/purchase-histories.ts";
import { type Random, seededRandom } from "../../../src/statistics/random/random.ts";
import { cdnowCustomers } from "./cdnow.ts";
import { drawBeta, drawExponential, drawGamma } from "./draw.ts";

/** Published in Fader, Hardie and Lee 2005, table 2. */
const published: BetaGeometric = { dropout: "bg", r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 };

const histories = fc
  .record({
    x: fc.integer({ min: 0, max: 60 }),
    part: fc.double({ min: 0.01, max: 1, noNaN: true }),
    T: fc.double({ min: 1, max: 200, noNaN: true }),
  })
  .map(({ x, part, T }): PurchaseHistory => ({ x, tx: x === 0 ? 0 : part * T, T }));

describe("fitBetaGeometric", () => {
  test("finds the maximum of the CDNOW sample that the paper and lifetimes 0.11.3 find", ({ skip }) => {
    const grouped = groupHistories(cdnowCustomers(skip).map(({ history }) => history));
    const { model, logLikelihood, converged, covariance } = fitBetaGeometric(grouped, "bg");
    expect(converged).toBe(true);
    expect(covariance).not.toBeNull();
    expect(model.r).toBeCloseTo(0.2425945, 5);
    expect(model.alpha).toBeCloseTo(4.4136018, 4);
    expect(model.a).toBeCloseTo(0.792922, 5);
    expect(model.b).toBeCloseTo(2.4259068, 4);
    expect(logLikelihood).toBeCloseTo(-9582.429206673934, 6);
    expect(logLikelihoodOf(published, grouped)).toBeCloseTo(-9582.430478013672, 6);
  });

  test("forecasts the 39 weeks after as lifetimes does: 1,653.4 purchases of 1,882", ({ skip }) => {
    const customers = cdnowCustomers(skip);
    const { model } = fitBetaGeometric(groupHistories(customers.map(({ history }) => history)), "bg");
    const expected = customers.map(({ history }) => purchasesToCome(model, history, 39).mean);
    expect(expected.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1653.4087, 2);
    expect(customers.reduce((sum, { later }) => sum + later, 0)).toBe(1882);
    const error = customers.reduce(
      (sum, { later }, index) => sum + Math.abs(later - (expected[index] ?? 0)),
      0,
    );
    expect(error / customers.length).toBeCloseTo(0.785454, 5);
  });

  test.each(["bg", "mbg"] as const)("gives the parameters of simulated customers back (%s)", (dropout) => {
    const truth: BetaGeometric = { dropout, r: 0.8, alpha: 6, a: 1.2, b: 3 };
    const random = seededRandom(20);
    const customers = Array.from({ length: 4000 }, () => simulate(truth, 30 + 40 * random(), random));
    const { model, covariance, converged } = fitBetaGeometric(groupHistories(customers), dropout);
    expect(converged).toBe(true);
    for (const [index, name] of (["r", "alpha", "a", "b"] as const).entries()) {
      const error = Math.sqrt(covariance?.[index]?.[index] ?? Number.NaN);
      expect(Math.abs(Math.log(model[name] / truth[name])) / error, name).toBeLessThan(3);
    }
  });

  test("does not depend on the order of customers", () => {
    const random = seededRandom(3);
    const customers = Array.from({ length: 300 }, () => simulate(published, 40, random));
    expect(fitBetaGeometric(groupHistories([...customers].reverse()), "bg")).toEqual(
      fitBetaGeometric(groupHistories(customers), "bg"),
    );
  });
});

describe("purchasesToCome", () => {
  // mpmath 1.3.0, hyp2f1 in Fader, Hardie and Lee's equation 10 and its counterpart for MBG/NBD.
  test.each<[Dropout, PurchaseHistory, number, number]>([
    ["bg", { x: 2, tx: 30.43, T: 38.86 }, 39, 1.2260281747671444],
    ["bg", { x: 0, tx: 0, T: 38.86 }, 39, 0.19509805201126265],
    ["bg", { x: 7, tx: 29.5, T: 38.86 }, 52, 4.2213185511075615],
    ["mbg", { x: 2, tx: 30.43, T: 38.86 }, 39, 1.3404974284912132],
    ["mbg", { x: 0, tx: 0, T: 38.86 }, 39, 0.1274613825456613],
  ])("is the hypergeometric formula's value (%s, %o, %d weeks)", (dropout, history, t, wanted) => {
    expect(purchasesToCome({ ...published, dropout }, history, t).mean).toBeCloseTo(wanted, 11);
  });

  test("of a new customer is equation 9", () => {
    expect(purchasesOfNewCustomer(published, 52).mean).toBeCloseTo(1.4460505953964038, 11);
    expect(purchasesOfNewCustomer({ ...published, dropout: "mbg" }, 52).mean).toBeCloseTo(
      1.210400810929425,
      11,
    );
  });

  test("has a value at a = 1, where the formula has none", () => {
    const history = { x: 3, tx: 20, T: 30 };
    const beside = (a: number) => purchasesToCome({ ...published, a }, history, 20).mean;
    expect(beside(1)).toBeCloseTo((beside(1 - 1e-5) + beside(1 + 1e-5)) / 2, 7);
  });

  test("ends for customers of thousands of purchases", () => {
    const { mean, meanSquare } = purchasesToCome(published, { x: 5000, tx: 100, T: 100 }, 50);
    expect(mean).toBeGreaterThan(1000);
    expect(meanSquare).toBeGreaterThan(mean * mean);
  });

  test("never falls with time, and its variance is not below 0", () => {
    fc.assert(
      fc.property(histories, fc.double({ min: 0.1, max: 100, noNaN: true }), (history, t) => {
        const [short, long] = [t, 2 * t].map((time) => purchasesToCome(published, history, time));
        expect(long?.mean).toBeGreaterThanOrEqual(short?.mean ?? Number.NaN);
        const { mean, meanSquare } = short ?? { mean: Number.NaN, meanSquare: Number.NaN };
        expect(meanSquare).toBeGreaterThanOrEqual(mean * mean * (1 - 1e-12));
      }),
    );
  });

  test("has the mean and mean square of simulated futures", () => {
    const random = seededRandom(8);
    const draws = Array.from({ length: 40_000 }, () => simulate(published, 60, random).x);
    const { mean, meanSquare } = purchasesOfNewCustomer(published, 60);
    const seen = draws.reduce((sum, x) => sum + x, 0) / draws.length;
    const seenSquare = draws.reduce((sum, x) => sum + x * x, 0) / draws.length;
    const error = Math.sqrt((meanSquare - mean * mean) / draws.length);
    expect(Math.abs(seen - mean)).toBeLessThan(4 * error);
    expect(seenSquare / meanSquare).toBeGreaterThan(0.85);
    expect(seenSquare / meanSquare).toBeLessThan(1.15);
  });
});

describe("aliveProbability", () => {
  test("is 1 without a repeat purchase in BG/NBD, and below 1 in MBG/NBD", () => {
    const once = { x: 0, tx: 0, T: 50 };
    expect(aliveProbability(published, once)).toBe(1);
    expect(aliveProbability({ ...published, dropout: "mbg" }, once)).toBeLessThan(1);
  });

  test("falls the longer the silence lasts", () => {
    fc.assert(
      fc.property(histories, fc.double({ min: 0, max: 100, noNaN: true }), (history, more) => {
        expect(aliveProbability(published, { ...history, T: history.T + more })).toBeLessThanOrEqual(
          aliveProbability(published, history),
        );
      }),
    );
  });
});

/** What is seen within T of a customer who buys and drops out as the model says. */
function simulate({ dropout, r, alpha, a, b }: BetaGeometric, T: number, random: Random): PurchaseHistory {
  const rate = drawGamma(r, random) / alpha;
  const leaves = drawBeta(a, b, random);
  let x = 0;
  let tx = 0;
  let alive = dropout === "bg" || random() >= leaves;
  for (let at = drawExponential(rate, random); alive && at <= T; at += drawExponential(rate, random)) {
    x += 1;
    tx = at;
    alive = random() >= leaves;
  }
  return { x, tx, T };
}
