import type { CustomerOrders } from "../../questions/customer-orders.ts";
import { isoDay } from "../../questions/time.ts";
import { sum } from "../../statistics/describe/sum.ts";
import type { BetaGeometric } from "../../statistics/models/beta-geometric.ts";
import type { GammaGamma } from "../../statistics/models/gamma-gamma.ts";
import { type Expected, expectedTotal, type Forecast, forecast } from "./forecast.ts";
import {
  aicOf,
  chosenFit,
  fitModel,
  type NoModel,
  type TimingName,
  type ValueFits,
  type ValueModel,
} from "./model.ts";
import { type NewCustomer, newCustomer } from "./new-customer.ts";
import { beats, type Proof, prove } from "./proof.ts";
import { laterPurchases, type WatchedCustomer, watchedCustomers, week } from "./question.ts";
import { parameterVariance } from "./uncertainty.ts";

/** The year to come, in weeks. */
const year = 365.25 / week;

/** Fewer customers who came back, and fewer days, tell no model. */
const fewestRepeating = 200;
const fewestDays = 182;
/** A shop that sold nothing to a known customer for a quarter of its time has closed, or its data end before. */
const longestSilence = 0.25;

/** Why there is no forecast. */
export type NoForecast =
  | { why: "short"; days: number }
  | { why: "oneDay" }
  | { why: "once" }
  | { why: "fewRepeating"; customers: number | null }
  | { why: "noSpend" }
  | { why: "closed"; lastDay: string }
  | { why: "noFit"; part: NoModel }
  | { why: "notBetter"; part: "orders" | "revenue"; proof: PublishedProof };

/** What is expected of a group of customers in the year to come. */
export interface ExpectedGroup {
  name: string;
  customers: number;
  orders: Expected;
  revenue: Expected;
  /** The revenue, discounted and times the margin, where one is given. */
  value: number;
}

interface FittedModel {
  name: TimingName | "Gamma-Gamma";
  parameters: { name: string; value: number; error: number | null }[];
  logLikelihood: number;
  aic: number;
  used: boolean;
}

export type PublishedProof = Omit<Proof, "until"> & { until: string };

export interface ValueForecast {
  /** The year begins after this day. */
  from: string;
  customers: number;
  /** Customers who bought on a second day. */
  repeating: number;
  models: FittedModel[];
  proof: PublishedProof;
  total: ExpectedGroup;
  personas: ExpectedGroup[];
  segments: ExpectedGroup[];
  cohorts: ExpectedGroup[];
  places: ExpectedGroup[];
  /** Shares of the revenue expected of all, by tenths of customers, the best first; null where tenths are few. */
  tenths: number[] | null;
  /** Customers with much past and little future; null where they are few. */
  atStake: { customers: number; past: number; expected: number } | null;
  newCustomer: NewCustomer;
  discountRate: number;
  margin: number | null;
}

/** The part of the report on what customers will be worth. */
export type CustomerValue = ({ kind: "forecast" } & ValueForecast) | ({ kind: "none" } & NoForecast);

/** What has a page: a forecast, or one that was no better than a guess and is shown for that. */
export type ShownValue = Extract<CustomerValue, { kind: "forecast" } | { why: "notBetter" }>;

/** Whether there is something to show. */
export function isShown(value: CustomerValue | null): value is ShownValue {
  return value !== null && (value.kind === "forecast" || value.why === "notBetter");
}

/** A way to group customers: the group of each by customer's id, undefined for none, and the groups' names. */
export interface Grouping {
  groupOf: (customer: number) => number | undefined;
  names: readonly string[];
}

export interface ValueInputs {
  orders: CustomerOrders;
  isFew: (persons: number) => boolean;
  discountRate: number;
  margin: number | null;
  acquisitionCost: number | null;
  /** The first day of what is held out, or null for the last third. */
  holdoutFrom: number | null;
  /** The persona that a customer, as seen up to a day, would have been in by today's edges; null without personas. */
  personaThen: ((customer: WatchedCustomer, until: number) => number) | null;
  personas: Grouping | null;
  segments: Grouping | null;
  places: Grouping | null;
}

/** What the lookup says of single customers, where the owner asked for one. */
export interface CustomerForecasts {
  customers: readonly number[];
  forecast: Forecast;
}

/**
 * Fits, proves and forecasts. Values are given only where, fitted to the first part of the period, the model forecast
 * the rest better than naive guesses did, orders and revenue both.
 */
export function customerValue(inputs: ValueInputs): {
  part: CustomerValue;
  single: CustomerForecasts | null;
} {
  const { orders, isFew } = inputs;
  const none = (why: NoForecast) => ({ part: { kind: "none", ...why } as const, single: null });
  const missing = whatIsMissing(inputs);
  if (missing !== null) return none(missing);

  const until =
    (inputs.holdoutFrom ?? orders.first + Math.floor(((orders.last - orders.first + 1) * 2) / 3)) - 1;
  const before = watchedCustomers(orders, until);
  const early = fitModel(before);
  if (typeof early === "string") return none({ why: "noFit", part: early });
  const proof = prove(
    modelOf(early),
    before,
    laterPurchases(orders, until),
    { until, last: orders.last },
    inputs.personaThen === null
      ? null
      : Int32Array.from(before, (customer) => inputs.personaThen?.(customer, until) ?? 0),
    isFew,
  );
  const published = { ...proof, until: isoDay(until) };
  if (!beats(proof.orders)) return none({ why: "notBetter", part: "orders", proof: published });
  if (!beats(proof.revenue)) return none({ why: "notBetter", part: "revenue", proof: published });

  const customers = watchedCustomers(orders, orders.last);
  const fits = fitModel(customers);
  if (typeof fits === "string") return none({ why: "noFit", part: fits });
  const model = modelOf(fits);
  const expected = forecast(model, customers, year, inputs.discountRate);
  const groupsOf = (grouping: Grouping | null) =>
    grouping === null ? [] : expectedGroups(fits, customers, expected, grouping, inputs);
  const whole: Grouping = { groupOf: () => 0, names: [""] };
  const [total] = groupsOf(whole);
  if (total === undefined) throw new Error("there is no customer to forecast");
  return {
    part: {
      kind: "forecast",
      from: isoDay(orders.last),
      customers: customers.length,
      repeating: customers.filter(({ spend }) => spend !== null).length,
      models: fittedModels(fits),
      proof: published,
      total,
      personas: groupsOf(inputs.personas),
      segments: groupsOf(inputs.segments),
      cohorts: groupsOf(quarters(customers, orders.last)),
      places: groupsOf(inputs.places),
      tenths: tenths(expected, isFew),
      atStake: atStake(orders, customers, expected, isFew),
      newCustomer: newCustomer(model, customers, inputs),
      discountRate: inputs.discountRate,
      margin: inputs.margin,
    },
    single: { customers: customers.map(({ customer }) => customer), forecast: expected },
  };
}

function whatIsMissing({ orders, isFew }: ValueInputs): NoForecast | null {
  const days = orders.last - orders.first + 1;
  if (days === 1) return { why: "oneDay" };
  if (days < fewestDays) return { why: "short", days };
  const customers = watchedCustomers(orders, orders.last);
  const repeating = customers.filter(({ spend }) => spend !== null);
  if (repeating.length === 0) return { why: "once" };
  if (repeating.length < fewestRepeating)
    return { why: "fewRepeating", customers: isFew(repeating.length) ? null : repeating.length };
  const paying = repeating.filter(({ spend }) => spend !== null && spend.mean > 0).length;
  if (paying < fewestRepeating) return { why: "noSpend" };
  const lastDay = orders.day.reduce((latest, day) => Math.max(latest, day), orders.first);
  if (orders.last - lastDay > longestSilence * days) return { why: "closed", lastDay: isoDay(lastDay) };
  return null;
}

function modelOf(fits: ValueFits): ValueModel {
  return { orders: chosenFit(fits).model, spend: fits.spend.model };
}

/** Cohorts: customers by the quarter of their first purchase. */
function quarters(customers: readonly WatchedCustomer[], last: number): Grouping {
  const names: string[] = [];
  const groups = new Map<number, number>();
  const dated = customers
    .map(({ customer, history: { T } }) => ({ customer, quarter: quarterOf(Math.round(last - T * week)) }))
    .sort((one, other) => (one.quarter < other.quarter ? -1 : 1));
  for (const { customer, quarter } of dated) {
    if (names.at(-1) !== quarter) names.push(quarter);
    groups.set(customer, names.length - 1);
  }
  return { groupOf: (customer) => groups.get(customer), names };
}

/** `2024-Q3` of a day. */
function quarterOf(day: number): string {
  const iso = isoDay(day);
  return `${iso.slice(0, 4)}-Q${Math.ceil(Number(iso.slice(5, 7)) / 3)}`;
}

function expectedGroups(
  fits: ValueFits,
  customers: readonly WatchedCustomer[],
  expected: Forecast,
  grouping: Grouping,
  { isFew, discountRate, margin }: ValueInputs,
): ExpectedGroup[] {
  const members = tellableGroups(customers, grouping, isFew);
  const variances = parameterVariance(fits, customers, members, year);
  return members.map(({ name, places }, index) => {
    const total = (values: Float64Array) => sum(places.map((place) => values[place] ?? 0));
    const parameters = variances[index] ?? { orders: Number.NaN, revenue: Number.NaN };
    return {
      name,
      customers: places.length,
      orders: expectedTotal(total(expected.orders), total(expected.ordersVariance) + parameters.orders),
      revenue: expectedTotal(total(expected.revenue), total(expected.revenueVariance) + parameters.revenue),
      value: total(discountRate === 0 ? expected.revenue : expected.value) * (margin ?? 1),
    };
  });
}

/** Groups in which no few customers stand by themselves: such are left with the largest. */
function tellableGroups(
  customers: readonly WatchedCustomer[],
  { groupOf, names }: Grouping,
  isFew: (persons: number) => boolean,
): { name: string; places: number[] }[] {
  const groups = names.map((name) => ({ name, places: [] as number[] }));
  const without: number[] = [];
  for (const [place, { customer }] of customers.entries())
    (groups[groupOf(customer) ?? -1]?.places ?? without).push(place);
  const told = groups.filter(({ places }) => places.length > 0 && !isFew(places.length));
  const few = groups.filter(({ places }) => isFew(places.length)).flatMap(({ places }) => places);
  const left = [...few, ...(isFew(without.length) ? without : [])];
  const [largest] = [...told].sort((one, other) => other.places.length - one.places.length);
  largest?.places.push(...left);
  return told;
}

function fittedModels(fits: ValueFits): FittedModel[] {
  const parameters = <Model extends object>(
    model: Model,
    names: readonly (keyof Model & string)[],
    covariance: number[][] | null,
  ) =>
    names.map((name, index) => {
      const value = Number(model[name]);
      const variance = covariance?.[index]?.[index];
      // The covariance is that of the logarithms.
      return { name, value, error: variance === undefined ? null : value * Math.sqrt(variance) };
    });
  const names = ["r", "alpha", "a", "b"] as const;
  const orders = fits.orders.map(
    (each, index): FittedModel => ({
      name: each.name,
      parameters: parameters<BetaGeometric>(
        each.fit.model,
        names.slice(0, each.parameters),
        each.fit.covariance,
      ),
      logLikelihood: each.fit.logLikelihood,
      aic: aicOf(each),
      used: index === fits.chosen,
    }),
  );
  const { spend } = fits;
  return [
    ...orders,
    {
      name: "Gamma-Gamma",
      parameters: parameters<GammaGamma>(spend.model, ["p", "q", "v"], spend.covariance),
      logLikelihood: spend.logLikelihood,
      aic: 2 * 3 - 2 * spend.logLikelihood,
      used: true,
    },
  ];
}

/** Shares of the expected revenue by tenths of customers, the best first; null where a tenth is few. */
function tenths({ revenue }: Forecast, isFew: (persons: number) => boolean): number[] | null {
  const size = revenue.length / 10;
  if (size < 1 || isFew(Math.floor(size))) return null;
  const descending = [...revenue].sort((one, other) => other - one);
  const total = sum(descending);
  return Array.from(
    { length: 10 },
    (_, tenth) => sum(descending.slice(Math.round(tenth * size), Math.round((tenth + 1) * size))) / total,
  );
}

/**
 * Customers who spent more than the median of all in the last twelve months, and of whom less than half of that is
 * expected in the next; null where they, or all others, are few.
 */
function atStake(
  { customers, starts, day, revenue, last }: CustomerOrders,
  watched: readonly WatchedCustomer[],
  expected: Forecast,
  isFew: (persons: number) => boolean,
): ValueForecast["atStake"] {
  const from = last - Math.round(year * week);
  const past = Float64Array.from(customers.keys(), (index) => {
    let spent = 0;
    for (let order = starts[index] ?? 0; order < (starts[index + 1] ?? 0); order += 1)
      if ((day[order] ?? 0) > from) spent += revenue[order] ?? 0;
    return spent;
  });
  const buying = past.filter((spent) => spent > 0).sort();
  const median = buying[Math.floor(buying.length / 2)] ?? 0;
  const places = [...watched.keys()].filter(
    (place) => (past[place] ?? 0) > median && (expected.revenue[place] ?? 0) < (past[place] ?? 0) / 2,
  );
  if (places.length === 0 || isFew(places.length) || isFew(watched.length - places.length)) return null;
  return {
    customers: places.length,
    past: sum(places.map((place) => past[place] ?? 0)),
    expected: sum(places.map((place) => expected.revenue[place] ?? 0)),
  };
}
