import type { CustomerOrders } from "../../questions/customer-orders.ts";
import { steady } from "../../statistics/describe/steady.ts";
import type { Spend } from "../../statistics/models/gamma-gamma.ts";
import {
  groupHistories,
  type Histories,
  type PurchaseHistory,
} from "../../statistics/models/purchase-histories.ts";

/** The unit of the models' times, in days. */
export const week = 7;

/** A customer as the models see them, watched from the first day of purchase to a day. */
export interface WatchedCustomer {
  customer: number;
  /** In weeks. */
  history: PurchaseHistory;
  /** Of the days of purchase after the first; none without such days. */
  spend: Spend | null;
  /** Spent on all days seen, and on the first. */
  spent: number;
  firstSpent: number;
  /** Orders seen, more than one a day counted as such, and the day of the last. */
  orders: number;
  lastDay: number;
}

/** Days of purchase and revenue of a customer after the day up to which they were watched. */
export interface Later {
  /** One a customer, in their order. */
  purchases: Float64Array;
  revenue: Float64Array;
  /** Each day of purchase after the day: the place of the customer, and how many whole weeks had passed. */
  bought: { buyer: number; week: number }[];
}

/**
 * The customers seen up to and including a day. Purchases of a day count as one (Fader and Hardie's preparation); x is
 * the days of purchase after the first, t_x the weeks to the last of them, T the weeks to `until`. Spend is the mean of
 * those days, the first left out.
 */
export function watchedCustomers(
  { customers, starts, day, revenue }: CustomerOrders,
  until: number,
): WatchedCustomer[] {
  const watched: WatchedCustomer[] = [];
  for (const [index, customer] of customers.entries()) {
    const first = day[starts[index] ?? 0] ?? 0;
    if (first > until) continue;
    let days = 0;
    let last = Number.NaN;
    let spent = 0;
    let firstSpent = 0;
    let orders = 0;
    for (let order = starts[index] ?? 0; order < (starts[index + 1] ?? 0); order += 1) {
      const at = day[order] ?? 0;
      if (at > until) break;
      if (at !== last) days += 1;
      orders += 1;
      last = at;
      spent += revenue[order] ?? 0;
      if (at === first) firstSpent += revenue[order] ?? 0;
    }
    const x = days - 1;
    watched.push({
      customer,
      history: { x, tx: (last - first) / week, T: (until - first) / week },
      spend: x === 0 ? null : { purchases: x, mean: steady((spent - firstSpent) / x) },
      spent: steady(spent),
      firstSpent: steady(firstSpent),
      orders,
      lastDay: last,
    });
  }
  return watched;
}

/** Worked out once for each list of customers. */
const kept = new WeakMap<readonly WatchedCustomer[], Histories>();

/** The histories of customers, each told once. */
export function historiesOf(customers: readonly WatchedCustomer[]): Histories {
  const known = kept.get(customers) ?? groupHistories(customers.map(({ history }) => history));
  kept.set(customers, known);
  return known;
}

/** What the customers seen up to a day bought after it, up to the last day of the data. */
export function laterPurchases({ customers, starts, day, revenue }: CustomerOrders, until: number): Later {
  const purchases: number[] = [];
  const spent: number[] = [];
  const bought: Later["bought"] = [];
  for (const index of customers.keys()) {
    if ((day[starts[index] ?? 0] ?? 0) > until) continue;
    let days = 0;
    let money = 0;
    let before = Number.NaN;
    for (let order = starts[index] ?? 0; order < (starts[index + 1] ?? 0); order += 1) {
      const at = day[order] ?? 0;
      if (at <= until) continue;
      money += revenue[order] ?? 0;
      if (at === before) continue;
      before = at;
      days += 1;
      bought.push({ buyer: purchases.length, week: Math.ceil((at - until) / week) - 1 });
    }
    purchases.push(days);
    spent.push(steady(money));
  }
  return { purchases: Float64Array.from(purchases), revenue: Float64Array.from(spent), bought };
}
