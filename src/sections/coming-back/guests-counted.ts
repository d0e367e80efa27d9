import type { CustomerOrders } from "../../questions/customer-orders.ts";
import { type PeriodLength, periodFinder } from "../../statistics/calendar/periods.ts";
import { steadySum } from "../../statistics/describe/steady.ts";
import type { Cohort } from "./cohorts.ts";
import type { PeriodOfCustomers } from "./new-and-returning.ts";

/**
 * How guests' orders count in tables of customers: apart; or, where few of them are in some period, all with the customers
 * of one cohort, the same in every table: what is counted here with one and there with another follows from the two.
 */
export type GuestsCounted = "apart" | { length: PeriodLength; first: number };

type IsFew = (persons: number) => boolean;

/**
 * That cohort began at most so many months after the first order: what counts customers as new or returning elsewhere,
 * or as gone to another group, begins later.
 */
const mostMonths = 3;

/** How guests count beside all cohorts of a length; null where no cohort has active customers whenever a guest ordered. */
export function guestsBesideCohorts(
  table: readonly Cohort[],
  orders: CustomerOrders,
  length: PeriodLength,
  isFew: IsFew,
): GuestsCounted | null {
  const periodOf = periodFinder(orders, length);
  const counts = new Map<number, number>();
  for (const day of orders.guests.day) counts.set(periodOf(day), (counts.get(periodOf(day)) ?? 0) + 1);
  if (![...counts.values()].some(isFew)) return "apart";
  const start = periodOf(orders.first);
  const last = periodOf(orders.last);
  for (const { watched, active } of table) {
    const first = last - watched + 1;
    if (first !== start && (first - start) * length >= mostMonths) continue;
    if ([...counts.keys()].every((period) => (active[period - first] ?? 0) > 0)) return { length, first };
  }
  return null;
}

/** How guests count where there are no cohorts: few of them as customers since the first month. */
export function guestsOfAll(orders: CustomerOrders, isFew: IsFew): GuestsCounted {
  return isFew(orders.guests.day.length)
    ? { length: 1, first: periodFinder(orders, 1)(orders.first) }
    : "apart";
}

/** The cohorts with the money of guests where that counts with one of them. */
export function withGuestsMoney(
  table: readonly Cohort[],
  orders: CustomerOrders,
  guests: GuestsCounted,
): readonly Cohort[] {
  if (guests === "apart") return table;
  const periodOf = periodFinder(orders, guests.length);
  const last = periodOf(orders.last);
  return table.map((cohort) => {
    if (last - cohort.watched + 1 !== guests.first) return cohort;
    const revenue = cohort.revenue.map((spent) => [spent]);
    for (const [order, day] of orders.guests.day.entries())
      revenue[periodOf(day) - guests.first]?.push(orders.guests.revenue[order] ?? 0);
    return { ...cohort, revenue: revenue.map(steadySum) };
  });
}

/**
 * Periods in which guests count as `guests` says. Null where customers with whom they count are missing in one.
 *
 * @param length of the periods
 */
export function periodsWithGuests(
  periods: readonly PeriodOfCustomers[],
  orders: CustomerOrders,
  length: PeriodLength,
  guests: GuestsCounted,
): PeriodOfCustomers[] | null {
  if (guests === "apart") return [...periods];
  const start = periodFinder(orders, length)(orders.first);
  const own = Math.floor((guests.first * guests.length) / length) - start;
  const counted = periods.map((period, place) => {
    const { newCustomers, returningCustomers, guestRevenue } = period;
    if (period.guestOrders === 0) return period;
    // Within periods that are shorter than the cohort's nobody can tell its new customers from those who came back.
    const isNew = length < guests.length ? returningCustomers === 0 : place === own;
    if ((isNew ? newCustomers : returningCustomers) === 0) return null;
    const key = isNew ? "newRevenue" : "returningRevenue";
    return { ...period, guestOrders: 0, guestRevenue: 0, [key]: steadySum([period[key], guestRevenue]) };
  });
  return counted.every((period) => period !== null) ? counted : null;
}
