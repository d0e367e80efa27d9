import type { CustomerOrders } from "../../questions/customer-orders.ts";
import { periodFinder, periodName } from "../../statistics/calendar/periods.ts";
import { sum } from "../../statistics/describe/sum.ts";
import { type Expected, expectedTotal, type Forecast } from "./forecast.ts";
import type { ValueFits } from "./model.ts";
import type { Misfit } from "./proof.ts";
import { type WatchedCustomer, week } from "./question.ts";
import { parameterVariance, type Slopes } from "./uncertainty.ts";

/** The year to come, in weeks. */
export const year = 365.25 / week;

/** What is expected of a group of customers in the year to come. */
export interface ExpectedGroup {
  name: string;
  customers: number;
  orders: Expected;
  revenue: Expected;
  /** The revenue, discounted and times the margin, where one is given. */
  value: number;
}

/** A way to group customers: the group of each by customer's id, undefined for none, and the groups' names. */
export interface Grouping {
  groupOf: (customer: number) => number | undefined;
  names: readonly string[];
}

/**
 * Customers by the quarter of their first purchase; by the half-year or the year where quarters would be of few: other
 * tables by longer periods would tell what is left of them. None where years would.
 */
export function periodsOfFirst(
  { customers, starts, day, first, last }: CustomerOrders,
  isFew: (persons: number) => boolean,
): Grouping | null {
  for (const length of [3, 6, 12] as const) {
    const periodOf = periodFinder({ first, last }, length);
    const periods = Int32Array.from(customers, (_, index) => periodOf(day[starts[index] ?? 0] ?? 0));
    const sizes = new Map<number, number>();
    for (const period of periods) sizes.set(period, (sizes.get(period) ?? 0) + 1);
    if ([...sizes.values()].some(isFew)) continue;
    const ordered = [...sizes.keys()].sort((one, other) => one - other);
    const placeOf = new Map(
      Array.from(customers, (customer, index) => [customer, ordered.indexOf(periods[index] ?? 0)]),
    );
    return {
      groupOf: (customer) => placeOf.get(customer),
      names: ordered.map((period) => periodName(period, length)),
    };
  }
  return null;
}

/** What is expected of each group, those of few customers told with the largest. */
export function expectedGroups(
  fits: ValueFits,
  customers: readonly WatchedCustomer[],
  { expected, slopes }: { expected: Forecast; slopes: Slopes },
  grouping: Grouping,
  {
    isFew,
    discountRate,
    margin,
  }: { isFew: (persons: number) => boolean; discountRate: number; margin: number | null },
  misfit: Misfit,
): ExpectedGroup[] {
  const members = tellableGroups(customers, grouping, isFew);
  return members.map(({ name, places }) => {
    const total = (values: Float64Array) => sum(places.map((place) => values[place] ?? 0));
    const parameters = parameterVariance(fits, slopes, places);
    return {
      name,
      customers: places.length,
      orders: widened(
        total(expected.orders),
        total(expected.ordersVariance) + parameters.orders,
        misfit.orders,
      ),
      revenue: widened(
        total(expected.revenue),
        total(expected.revenueVariance) + parameters.revenue,
        misfit.revenue,
      ),
      value: total(discountRate === 0 ? expected.revenue : expected.value) * (margin ?? 1),
    };
  });
}

function widened(value: number, variance: number, misfit: number): Expected {
  return expectedTotal(value, variance + misfit * value ** 2);
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
