import { sum } from "../../statistics/describe/sum.ts";
import { expectedOrders, expectedSpends } from "./forecast.ts";
import { chosenFit, type ValueFits } from "./model.ts";
import type { WatchedCustomer } from "./question.ts";

/** A step in the logarithm of a parameter. */
const step = 1e-3;

/**
 * How each customer's forecast moves with the logarithm of each parameter: orders with those of timing, revenue with
 * those of timing and of spend, in the order of their covariances.
 */
export interface Slopes {
  orders: Float64Array[];
  revenueByTiming: Float64Array[];
  revenueBySpend: Float64Array[];
}

/** The slopes of what is expected of each customer in the weeks to come. */
export function parameterSlopes(
  fits: ValueFits,
  customers: readonly WatchedCustomer[],
  weeks: number,
): Slopes {
  const { model: timing } = chosenFit(fits);
  const { model: spend } = fits.spend;
  const orders = expectedOrders(timing, customers, weeks);
  const spends = expectedSpends(spend, customers);
  const { r, alpha, a, b } = timing;
  const byTiming = Object.entries({ r, alpha, a, b }).map(([name, value]) =>
    slope(orders, expectedOrders({ ...timing, [name]: value * Math.exp(step) }, customers, weeks)),
  );
  const bySpend = Object.entries(spend).map(([name, value]) =>
    slope(spends, expectedSpends({ ...spend, [name]: value * Math.exp(step) }, customers)),
  );
  const times = (slopes: Float64Array, factors: Float64Array) =>
    slopes.map((value, index) => value * (factors[index] ?? 0));
  return {
    orders: byTiming,
    revenueByTiming: byTiming.map((slopes) => times(slopes, spends)),
    revenueBySpend: bySpend.map((slopes) => times(slopes, orders)),
  };
}

/**
 * What the uncertainty of the parameters adds to the variance of a group's totals, by the delta method: gᵀ Σ g, with g
 * the derivative of the total by each parameter's logarithm and Σ their covariance. Timing and spend are fitted apart.
 *
 * @param places those of the group's customers
 */
export function parameterVariance(
  fits: ValueFits,
  { orders, revenueByTiming, revenueBySpend }: Slopes,
  places: readonly number[],
): { orders: number; revenue: number } {
  const timing = chosenFit(fits).covariance;
  const totals = (slopes: readonly Float64Array[]) =>
    slopes.map((each) => sum(places.map((place) => each[place] ?? 0)));
  return {
    orders: quadratic(totals(orders), timing),
    revenue:
      quadratic(totals(revenueByTiming), timing) + quadratic(totals(revenueBySpend), fits.spend.covariance),
  };
}

function slope(at: Float64Array, shifted: Float64Array): Float64Array {
  return shifted.map((value, index) => (value - (at[index] ?? 0)) / step);
}

function quadratic(gradient: readonly number[], covariance: readonly (readonly number[])[] | null): number {
  if (covariance === null) return Number.POSITIVE_INFINITY;
  return sum(
    gradient.map((one, i) => one * sum(gradient.map((other, j) => other * (covariance[i]?.[j] ?? 0)))),
  );
}
