import { splitTellsOfFew } from "../../disclosure/split-periods.ts";
import type { CustomerOrders } from "../../questions/customer-orders.ts";
import { isoDay } from "../../statistics/calendar/days.ts";
import { periodLengths } from "../../statistics/calendar/periods.ts";
import { atStake, tenths } from "./at-stake.ts";
import {
  type ExpectedGroup,
  expectedGroups,
  type Grouping,
  periodsOfFirst,
  year,
} from "./expected-groups.ts";
import { type FittedModel, fittedModels } from "./fitted-models.ts";
import { type Forecast, forecast } from "./forecast.ts";
import { fitModel, modelOf, type NoModel, type ValueFits } from "./model.ts";
import { type NewCustomer, newCustomer } from "./new-customer.ts";
import { beats, misfitOf, type Proof, prove, withoutCents } from "./proof.ts";
import { laterPurchases, type WatchedCustomer, watchedCustomers } from "./question.ts";
import { parameterSlopes } from "./uncertainty.ts";

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
  | { why: "holdout"; first: string; last: string }
  | { why: "noFit"; part: NoModel }
  | { why: "notBetter"; part: "orders" | "revenue"; proof: PublishedProof };

/** Without its numbers of customers: less those of all, they would tell how few came after the day. */
export type PublishedProof = Omit<Proof, "until" | "customers" | "byPurchases"> & {
  until: string;
  /** Per customer, to three digits. */
  byPurchases: { from: number; open: boolean; expected: number; actual: number }[];
  /** Those that were fitted to the first part of the period. */
  models: FittedModel[];
};

export interface ValueForecast {
  /** The year begins after this day. */
  from: string;
  customers: number;
  /** Customers who bought on a second day; null where few did not, or ordered again on the first alone. */
  repeating: number | null;
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
  const customers = watchedCustomers(orders, orders.last);
  const none = (why: NoForecast) => ({ part: { kind: "none", ...why } as const, single: null });
  const missing = whatIsMissing(inputs, customers);
  if (missing !== null) return none(missing);

  const until =
    (inputs.holdoutFrom ?? orders.first + Math.floor(((orders.last - orders.first + 1) * 2) / 3)) - 1;
  if (until < orders.first || until >= orders.last)
    return none({ why: "holdout", first: isoDay(orders.first), last: isoDay(orders.last) });
  const before = watchedCustomers(orders, until);
  const early = fitModel(before);
  if (typeof early === "string") return none({ why: "noFit", part: early });
  const proof = prove(
    early,
    before,
    laterPurchases(orders, until),
    { until, last: orders.last },
    inputs.personaThen === null
      ? null
      : Int32Array.from(before, (customer) => inputs.personaThen?.(customer, until) ?? 0),
    isFew,
  );
  const isSplit = splitTellsOfFew(orders, until, periodLengths, isFew);
  const published = publishedProof(isSplit ? withoutCents(proof) : proof, early);
  if (!beats(proof.orders)) return none({ why: "notBetter", part: "orders", proof: published });
  if (!beats(proof.revenue)) return none({ why: "notBetter", part: "revenue", proof: published });

  const fits = fitModel(customers);
  if (typeof fits === "string") return none({ why: "noFit", part: fits });
  const model = modelOf(fits);
  const expected = forecast(model, customers, year, inputs.discountRate);
  const slopes = parameterSlopes(fits, customers, year);
  const groupsOf = (grouping: Grouping | null) =>
    grouping === null
      ? []
      : expectedGroups(fits, customers, { expected, slopes }, grouping, inputs, misfitOf(proof));
  const whole: Grouping = { groupOf: () => 0, names: [""] };
  const [total] = groupsOf(whole);
  if (total === undefined) throw new Error("there is no customer to forecast");
  return {
    part: {
      kind: "forecast",
      from: isoDay(orders.last),
      customers: customers.length,
      repeating: tellableRepeating(customers, isFew),
      models: fittedModels(fits),
      proof: published,
      total,
      personas: groupsOf(inputs.personas),
      segments: groupsOf(inputs.segments),
      cohorts: groupsOf(periodsOfFirst(orders, isFew)),
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

function publishedProof(
  { customers: _, until, byPurchases, ...proof }: Proof,
  fits: ValueFits,
): PublishedProof {
  const each = (count: number, customers: number) => Number((count / customers).toPrecision(3));
  return {
    ...proof,
    until: isoDay(until),
    models: fittedModels(fits),
    byPurchases: byPurchases.map(({ from, open, customers, expected, actual }) => ({
      from,
      open,
      expected: each(expected, customers),
      actual: each(actual, customers),
    })),
  };
}

/** The customers who bought on a second day; null where it would tell of few, also beside those with a second order. */
function tellableRepeating(
  customers: readonly WatchedCustomer[],
  isFew: (persons: number) => boolean,
): number | null {
  const count = (holds: (customer: WatchedCustomer) => boolean) => customers.filter(holds).length;
  const repeating = count(({ spend }) => spend !== null);
  const onTheFirstDay = count(({ spend, orders }) => spend === null && orders > 1);
  return [repeating, customers.length - repeating, onTheFirstDay].some(isFew) ? null : repeating;
}

function whatIsMissing(
  { orders, isFew }: ValueInputs,
  customers: readonly WatchedCustomer[],
): NoForecast | null {
  const days = orders.last - orders.first + 1;
  if (days === 1) return { why: "oneDay" };
  if (days < fewestDays) return { why: "short", days };
  const repeating = customers.filter(({ spend }) => spend !== null);
  if (repeating.length === 0) return { why: "once" };
  if (repeating.length < fewestRepeating)
    return { why: "fewRepeating", customers: tellableRepeating(customers, isFew) };
  const paying = repeating.filter(({ spend }) => spend !== null && spend.mean > 0).length;
  if (paying < fewestRepeating) return { why: "noSpend" };
  const lastDay = orders.day.reduce((latest, day) => Math.max(latest, day), orders.first);
  if (orders.last - lastDay > longestSilence * days) return { why: "closed", lastDay: isoDay(lastDay) };
  return null;
}
