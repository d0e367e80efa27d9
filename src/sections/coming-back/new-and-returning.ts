import type { CustomerOrders } from "../../questions/customer-orders.ts";
import { type PeriodLength, periodFinder, periodName } from "../../statistics/calendar/periods.ts";
import { steadySum } from "../../statistics/describe/steady.ts";

/** What new, returning and unknown customers brought in a period. */
export interface PeriodOfCustomers {
  name: string;
  /** Customers whose first order is of the period, and other customers with an order in it. */
  newCustomers: number;
  returningCustomers: number;
  /** Orders of guests. */
  guestOrders: number;
  newRevenue: number;
  returningRevenue: number;
  guestRevenue: number;
}

/** New and returning customers in every period from the first to the last. */
export function newAndReturning(orders: CustomerOrders, length: PeriodLength): PeriodOfCustomers[] {
  const periodOf = periodFinder(orders, length);
  const from = periodOf(orders.first);
  const periods = Array.from({ length: periodOf(orders.last) - from + 1 }, (_, index) => ({
    name: periodName(from + index, length),
    newCustomers: 0,
    returningCustomers: 0,
    guestOrders: 0,
  }));
  const [newSpent, returningSpent, guestsSpent] = [
    Array.from({ length: periods.length }, (): number[] => []),
    Array.from({ length: periods.length }, (): number[] => []),
    Array.from({ length: periods.length }, (): number[] => []),
  ];
  for (const index of orders.customers.keys()) {
    const start = orders.starts[index] ?? 0;
    const first = periodOf(orders.day[start] ?? 0);
    let before = -1;
    for (let order = start; order < (orders.starts[index + 1] ?? 0); order += 1) {
      const at = periodOf(orders.day[order] ?? 0);
      const period = periods[at - from];
      if (period === undefined) continue;
      (at === first ? newSpent : returningSpent)[at - from]?.push(orders.revenue[order] ?? 0);
      if (at !== before && at === first) period.newCustomers += 1;
      else if (at !== before) period.returningCustomers += 1;
      before = at;
    }
  }
  for (const [order, day] of orders.guests.day.entries()) {
    const period = periods[periodOf(day) - from];
    if (period === undefined) continue;
    period.guestOrders += 1;
    guestsSpent[periodOf(day) - from]?.push(orders.guests.revenue[order] ?? 0);
  }
  return periods.map((period, index) => ({
    ...period,
    newRevenue: steadySum(newSpent[index]),
    returningRevenue: steadySum(returningSpent[index]),
    guestRevenue: steadySum(guestsSpent[index]),
  }));
}

/**
 * Periods in which guests count with returning customers, with new ones where nobody returned, and where there was
 * nobody in the next period with customers, or the last before: no amount is that of guests alone.
 */
export function withGuests(periods: readonly PeriodOfCustomers[]): PeriodOfCustomers[] {
  const hasCustomers = ({ newCustomers, returningCustomers }: PeriodOfCustomers) =>
    newCustomers + returningCustomers > 0;
  const carried = Array.from({ length: periods.length }, (): number[] => []);
  for (const [place, { guestRevenue }] of periods.entries()) {
    const next = periods.findIndex((period, at) => at >= place && hasCustomers(period));
    carried[next < 0 ? periods.findLastIndex(hasCustomers) : next]?.push(guestRevenue);
  }
  return periods.map((period, place) => {
    const guests = carried[place] ?? [];
    const key = period.returningCustomers > 0 ? "returningRevenue" : "newRevenue";
    return { ...period, guestOrders: 0, guestRevenue: 0, [key]: steadySum([period[key], ...guests]) };
  });
}
