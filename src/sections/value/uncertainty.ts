import { sum } from "../../statistics/describe/sum.ts";
import { type Forecast, forecast } from "./forecast.ts";
import { chosenFit, type ValueFits, type ValueModel } from "./model.ts";
import type { WatchedCustomer } from "./question.ts";

/** A step in the logarithm of a parameter. */
const step = 1e-3;

/**
 * What the uncertainty of the parameters adds to the variances of groups' totals, by the delta method: gᵀ Σ g, with g
 * the derivative of the total by each parameter's logarithm and Σ their covariance. Timing and spend are fitted apart.
 */
export function parameterVariance(
  fits: ValueFits,
  customers: readonly WatchedCustomer[],
  groups: readonly { places: readonly number[] }[],
  weeks: number,
): { orders: number; revenue: number }[] {
  const timing = chosenFit(fits);
  const { spend } = fits;
  const model: ValueModel = { orders: timing.model, spend: spend.model };
  const at = totals(forecast(model, customers, weeks), groups);
  const { r, alpha, a, b } = model.orders;
  const byTiming = Object.entries({ r, alpha, a, b }).map(([name, value]) =>
    slopes(
      at,
      { ...model, orders: { ...model.orders, [name]: value * Math.exp(step) } },
      customers,
      groups,
      weeks,
    ),
  );
  const bySpend = Object.entries(model.spend).map(([name, value]) =>
    slopes(
      at,
      { ...model, spend: { ...model.spend, [name]: value * Math.exp(step) } },
      customers,
      groups,
      weeks,
    ),
  );
  return groups.map((_, group) => {
    const of = (parts: Totals[][], kind: keyof Totals) => parts.map((part) => part[group]?.[kind] ?? 0);
    return {
      orders: quadratic(of(byTiming, "orders"), timing.covariance),
      revenue:
        quadratic(of(byTiming, "revenue"), timing.covariance) +
        quadratic(of(bySpend, "revenue"), spend.covariance),
    };
  });
}

interface Totals {
  orders: number;
  revenue: number;
}

function slopes(
  at: readonly Totals[],
  model: ValueModel,
  customers: readonly WatchedCustomer[],
  groups: readonly { places: readonly number[] }[],
  weeks: number,
): Totals[] {
  return totals(forecast(model, customers, weeks), groups).map(({ orders, revenue }, group) => ({
    orders: (orders - (at[group]?.orders ?? 0)) / step,
    revenue: (revenue - (at[group]?.revenue ?? 0)) / step,
  }));
}

function totals(expected: Forecast, groups: readonly { places: readonly number[] }[]): Totals[] {
  return groups.map(({ places }) => ({
    orders: sum(places.map((place) => expected.orders[place] ?? 0)),
    revenue: sum(places.map((place) => expected.revenue[place] ?? 0)),
  }));
}

function quadratic(gradient: readonly number[], covariance: readonly (readonly number[])[] | null): number {
  if (covariance === null) return Number.POSITIVE_INFINITY;
  return sum(
    gradient.map((one, i) => one * sum(gradient.map((other, j) => other * (covariance[i]?.[j] ?? 0)))),
  );
}
