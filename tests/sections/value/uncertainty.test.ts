import { expect, test } from "vitest";
import { forecast } from "../../../src/sections/value/forecast.ts";
import type { ValueFits } from "../../../src/sections/value/model.ts";
import type { WatchedCustomer } from "../../../src/sections/value/question.ts";
import { parameterSlopes, parameterVariance } from "../../../src/sections/value/uncertainty.ts";
import type { BetaGeometric } from "../../../src/statistics/models/beta-geometric.ts";

// The published fit of the CDNOW sample (Fader, Hardie and Lee 2005), with a spend model of round numbers.
const timing: BetaGeometric = { dropout: "bg", r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 };
const spend = { p: 6, q: 4, v: 15 };
const unit = (size: number, at: number) =>
  Array.from({ length: size }, (_, i) =>
    Array.from({ length: size }, (__, j) => (i === at && j === at ? 1 : 0)),
  );

/** Fits of which one parameter alone is uncertain, by its place among the four of timing and the three of spend. */
function fitsWith(uncertain: number): ValueFits {
  const fit = { logLikelihood: 0, converged: true };
  return {
    orders: [
      { name: "BG/NBD", fit: { ...fit, model: timing, covariance: unit(4, uncertain) }, parameters: 4 },
    ],
    chosen: 0,
    spend: { ...fit, model: spend, covariance: unit(3, uncertain - 4) },
  };
}

const customer = (x: number, tx: number, T: number, mean: number): WatchedCustomer => ({
  customer: 1,
  history: { x, tx, T },
  spend: x === 0 ? null : { purchases: x, mean },
  spent: 0,
  firstSpent: 0,
  orders: x + 1,
  lastDay: 0,
});
const customers = [
  customer(2, 30.43, 38.86, 22),
  customer(0, 0, 38.86, 0),
  customer(0, 0, 30, 0),
  customer(5, 20, 38.86, 71),
];

test("a group's variance by one parameter should be the square of how its totals move with that parameter's logarithm", () => {
  const places = [0, 2, 3];
  const totals = (parameters: readonly number[]) => {
    const [r = 0, alpha = 0, a = 0, b = 0, p = 0, q = 0, v = 0] = parameters;
    const expected = forecast(
      { orders: { dropout: "bg", r, alpha, a, b }, spend: { p, q, v } },
      customers,
      39,
    );
    const of = (values: Float64Array) => places.reduce((all, place) => all + (values[place] ?? 0), 0);
    return { orders: of(expected.orders), revenue: of(expected.revenue) };
  };
  const parameters = [timing.r, timing.alpha, timing.a, timing.b, spend.p, spend.q, spend.v];
  for (const place of parameters.keys()) {
    const shifted = (by: number) =>
      totals(parameters.map((value, index) => (index === place ? value * Math.exp(by) : value)));
    const [up, down] = [shifted(1e-5), shifted(-1e-5)];
    const slope = (kind: "orders" | "revenue") => (up[kind] - down[kind]) / 2e-5;
    const fits = fitsWith(place);
    const { orders, revenue } = parameterVariance(fits, parameterSlopes(fits, customers, 39), places);
    expect(Math.sqrt(orders)).toBeCloseTo(place < 4 ? Math.abs(slope("orders")) : 0, 2);
    expect(Math.sqrt(revenue) / Math.abs(slope("revenue"))).toBeCloseTo(1, 2);
  }
});
