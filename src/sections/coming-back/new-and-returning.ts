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
