import { steady, steadySum } from "../../statistics/describe/steady.ts";
import { sum } from "../../statistics/describe/sum.ts";
import { purchasesOfNewCustomer } from "../../statistics/models/beta-geometric.ts";
import { expectedTotal, type Forecast, forecast } from "./forecast.ts";
import { modelOf, type ValueFits, type ValueModel } from "./model.ts";
import { type Later, type WatchedCustomer, week } from "./question.ts";
import { parameterSlopes, parameterVariance } from "./uncertainty.ts";

/** How far a forecast was from what came, in total and customer by customer. */
interface Errors {
  /** Of all customers together. */
  total: number;
  /** The mean absolute error a customer. */
  perCustomer: number;
}

/** A forecast held against the truth. */
export interface Held {
  actual: number;
  model: Errors;
  /** Each customer as often as before, or spending as before. */
  asBefore: Errors;
  /** Each customer as the mean of those in the same persona at the time. */
  personaMean: Errors | null;
  /** The range in which the total should have been with a chance of 95 %, were the model true; null for none. */
  range: { low: number; high: number } | null;
  /** The variance that the model gave its total, as a part of its square. */
  relativeVariance: number | null;
}

/** The model of the first part of the period, held against the rest. */
export interface Proof {
  /** The last day of the first part, and how long the rest is. */
  until: number;
  weeks: number;
  customers: number;
  orders: Held;
  revenue: Held;
  /** Purchases of these customers after the day, cumulated. */
  byWeek: { week: number; expected: number; actual: number; buyers: number }[];
  /** By repeat purchases in the first part, each group up to the next; the last is open where more are in it. */
  byPurchases: { from: number; open: boolean; customers: number; expected: number; actual: number }[];
}

/** Customers of so many repeat purchases and more are one group. */
const mostPurchases = 7;

/**
 * Forecasts what customers did after a day from what was known of them at it.
 *
 * @param personas the persona of each customer at that day, in their order; null where there are none
 * @param isFew whether so many persons are too few to be told by themselves
 */
export function prove(
  fits: ValueFits,
  customers: readonly WatchedCustomer[],
  later: Later,
  { until, last }: { until: number; last: number },
  personas: ArrayLike<number> | null,
  isFew: (persons: number) => boolean,
): Proof {
  const weeks = (last - until) / week;
  const model = modelOf(fits);
  const expected = forecast(model, customers, weeks);
  const parameters = parameterVariance(fits, parameterSlopes(fits, customers, weeks), [...customers.keys()]);
  const asOften = Float64Array.from(customers, ({ history: { x, T } }) => (T > 0 ? (x / T) * weeks : 0));
  const asMuch = Float64Array.from(customers, ({ history: { T }, spent, firstSpent }) =>
    T > 0 ? ((spent - firstSpent) / T) * weeks : 0,
  );
  const held = (
    forecasts: Float64Array,
    before: Float64Array,
    actual: Float64Array,
    variance: number,
  ): Held => {
    const all = sum(forecasts);
    const { low, high } = expectedTotal(all, variance);
    return {
      actual: steadySum(actual),
      model: errors(forecasts, actual),
      asBefore: errors(before, actual),
      personaMean: personas === null ? null : errors(meansBy(personas, before), actual),
      range: low === null || high === null ? null : { low, high },
      relativeVariance: Number.isFinite(variance) && all > 0 ? variance / all ** 2 : null,
    };
  };
  return {
    until,
    weeks,
    customers: customers.length,
    orders: held(expected.orders, asOften, later.purchases, sum(expected.ordersVariance) + parameters.orders),
    revenue: held(
      expected.revenue,
      asMuch,
      later.revenue,
      sum(expected.revenueVariance) + parameters.revenue,
    ),
    byWeek: weekByWeek(model, customers, later, weeks, isFew),
    byPurchases: byPurchases(customers, expected, later, isFew),
  };
}

/** Whether the model came nearer than both naive guesses: nearer customer by customer, and no further off in total. */
export function beats({ model, asBefore, personaMean, actual }: Held): boolean {
  const guesses = [asBefore, ...(personaMean === null ? [] : [personaMean])];
  const isNearer = guesses.every((guess) => model.perCustomer < guess.perCustomer);
  // A guess may hit the total by luck: within a tenth of the truth the model is near enough all the same.
  const tolerated = Math.max(...guesses.map(({ total }) => Math.abs(total)), 0.1 * actual);
  return isNearer && Math.abs(model.total) <= tolerated;
}

/** By how much more than chance a forecast was off, as a variance relative to its square; 0 where chance explains it. */
export interface Misfit {
  orders: number;
  revenue: number;
}

/**
 * What the proof adds to the variance of a forecast: the squared relative error of its total, less the variance that the
 * model gave it, where it gave one. A model that was off by more than it allowed for will be so again.
 */
export function misfitOf({ orders, revenue }: Pick<Proof, "orders" | "revenue">): Misfit {
  const of = ({ actual, model, relativeVariance }: Held) => {
    const expected = actual + model.total;
    const excess = (model.total / expected) ** 2 - (relativeVariance ?? 0);
    return expected > 0 && excess > 0 ? excess : 0;
  };
  return { orders: of(orders), revenue: of(revenue) };
}

/**
 * A proof whose money is told with two digits: exact, and held against the tables of periods, it would tell what a few
 * spent around the day of the cut.
 */
export function withoutCents(proof: Proof): Proof {
  const about = (value: number) => Number(value.toPrecision(2));
  const aboutTotal = (of: Errors): Errors => ({ ...of, total: about(of.total) });
  const { actual, model, asBefore, personaMean } = proof.revenue;
  return {
    ...proof,
    revenue: {
      ...proof.revenue,
      actual: about(actual),
      model: aboutTotal(model),
      asBefore: aboutTotal(asBefore),
      personaMean: personaMean === null ? null : aboutTotal(personaMean),
    },
  };
}

function errors(forecasts: Float64Array, actual: Float64Array): Errors {
  const off = forecasts.map((value, index) => value - (actual[index] ?? 0));
  return {
    total: steadySum(off),
    perCustomer: off.length === 0 ? 0 : steady(sum(off.map(Math.abs)) / off.length),
  };
}

/** Of each, the mean of its group. */
function meansBy(groups: ArrayLike<number>, values: Float64Array): Float64Array {
  const members = new Map<number, number[]>();
  for (const [index, value] of values.entries()) {
    const group = groups[index] ?? 0;
    const known = members.get(group) ?? [];
    known.push(value);
    members.set(group, known);
  }
  const means = new Map([...members].map(([group, own]) => [group, steady(sum(own) / own.length)]));
  return values.map((_, index) => means.get(groups[index] ?? 0) ?? 0);
}

/** Steps of weeks in which purchases are cumulated, the first that shows no few buyers by themselves. */
const steps = [1, 2, 4, 13];

function weekByWeek(
  { orders }: ValueModel,
  customers: readonly WatchedCustomer[],
  { bought }: Later,
  weeks: number,
  isFew: (persons: number) => boolean,
): Proof["byWeek"] {
  const counts = new Map<number, number>();
  for (const { history } of customers) counts.set(history.T, (counts.get(history.T) ?? 0) + 1);
  // From a customer's first purchase on, whatever was seen of them since: so Fader and Hardie track a model.
  const expectedBy = (time: number) =>
    sum(
      [...counts].map(
        ([T, count]) =>
          count * (purchasesOfNewCustomer(orders, T + time).mean - purchasesOfNewCustomer(orders, T).mean),
      ),
    );
  for (const step of steps) {
    const parts = Array.from({ length: Math.ceil(weeks / step) }, () => ({
      buyers: new Set<number>(),
      bought: 0,
    }));
    for (const { buyer, week: at } of bought) {
      const part = parts[Math.floor(at / step)];
      part?.buyers.add(buyer);
      if (part !== undefined) part.bought += 1;
    }
    if (parts.some(({ buyers }) => isFew(buyers.size))) continue;
    let actual = 0;
    return parts.map((part, index) => {
      actual += part.bought;
      const time = Math.min((index + 1) * step, weeks);
      return { week: time, expected: expectedBy(time), actual, buyers: part.buyers.size };
    });
  }
  return [];
}

function byPurchases(
  customers: readonly WatchedCustomer[],
  { orders }: Forecast,
  { purchases }: Later,
  isFew: (persons: number) => boolean,
): Proof["byPurchases"] {
  const groups = Array.from({ length: mostPurchases + 1 }, (_, from) => ({
    from,
    open: from === mostPurchases,
    customers: 0,
    expected: 0,
    actual: 0,
  }));
  for (const [index, { history }] of customers.entries()) {
    const group = groups[Math.min(history.x, mostPurchases)];
    if (group === undefined) continue;
    group.customers += 1;
    group.expected += orders[index] ?? 0;
    group.actual += purchases[index] ?? 0;
  }
  // Groups of few are told with the one below.
  const told: Proof["byPurchases"] = [];
  for (const group of groups.reverse()) {
    const above = told.at(-1);
    if (above !== undefined && isFew(above.customers)) told[told.length - 1] = joined(above, group);
    else if (group.customers > 0) told.push(group);
  }
  // The lowest has none below.
  const [above, lowest] = told.slice(-2);
  if (told.length > 1 && above !== undefined && lowest !== undefined && isFew(lowest.customers))
    told.splice(-2, 2, joined(above, lowest));
  return told.reverse().map((group) => ({ ...group, expected: steady(group.expected) }));
}

type ByPurchases = Proof["byPurchases"][number];

function joined(above: ByPurchases, below: ByPurchases): ByPurchases {
  return {
    from: below.from,
    open: above.open,
    customers: below.customers + above.customers,
    expected: below.expected + above.expected,
    actual: below.actual + above.actual,
  };
}
