import type { CustomerOrders } from "../../questions/customer-orders.ts";
import { isoDay } from "../../questions/time.ts";
import { steady } from "../../statistics/describe/steady.ts";
import { sum } from "../../statistics/describe/sum.ts";

/** How long a period is, in months. */
export type PeriodLength = 1 | 3 | 6 | 12;

/** Customers by the period of their first order. */
export interface Cohort {
  /** `2023-05`, `2023-Q2`, `2023-H1` or `2023`. */
  name: string;
  customers: number;
  /** Customers with an order in the period of the first one, and in each after it up to the end of the data. */
  active: number[];
  /** Revenue of the cohort in the same periods. */
  revenue: number[];
}

/** Cohorts with an order, oldest first. Guests are in none. */
export function cohorts(orders: CustomerOrders, length: PeriodLength): Cohort[] {
  const periodOf = periodFinder(orders, length);
  const last = periodOf(orders.last);
  const found = new Map<number, Omit<Cohort, "revenue"> & { spent: number[][] }>();
  for (const index of orders.customers.keys()) {
    const from = orders.starts[index] ?? 0;
    const first = periodOf(orders.day[from] ?? 0);
    const cohort = found.get(first) ?? {
      name: periodName(first, length),
      customers: 0,
      active: zeros(last - first + 1),
      spent: lists(last - first + 1),
    };
    found.set(first, cohort);
    cohort.customers += 1;
    let before = -1;
    for (let order = from; order < (orders.starts[index + 1] ?? 0); order += 1) {
      const since = periodOf(orders.day[order] ?? 0) - first;
      cohort.spent[since]?.push(orders.revenue[order] ?? 0);
      if (since !== before) cohort.active[since] = (cohort.active[since] ?? 0) + 1;
      before = since;
    }
  }
  return [...found]
    .sort(([one], [other]) => one - other)
    .map(([, { spent, ...cohort }]) => ({ ...cohort, revenue: spent.map(total) }));
}

/** Cohorts by the shortest length of periods in which no few customers are shown, active or not; null where none does. */
export function tellableCohorts(
  orders: CustomerOrders,
  isFew: (persons: number) => boolean,
): { length: PeriodLength; cohorts: Cohort[] } | null {
  for (const length of [1, 3, 6, 12] as const) {
    const table = cohorts(orders, length);
    const isTellable = table.every(
      ({ customers, active }) =>
        !isFew(customers) && active.every((count) => !isFew(count) && !isFew(customers - count)),
    );
    if (isTellable && table.length > 1) return { length, cohorts: table };
  }
  return null;
}

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
    lists(periods.length),
    lists(periods.length),
    lists(periods.length),
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
    newRevenue: total(newSpent[index]),
    returningRevenue: total(returningSpent[index]),
    guestRevenue: total(guestsSpent[index]),
  }));
}

/** New and returning customers in the shortest periods that show no few of either, nor of guests; null where none do. */
export function tellableNewAndReturning(
  orders: CustomerOrders,
  isFew: (persons: number) => boolean,
): { length: PeriodLength; periods: PeriodOfCustomers[] } | null {
  const areGuestsFew = isFew(orders.guests.day.length);
  for (const length of [1, 3, 6, 12] as const) {
    const all = newAndReturning(orders, length);
    // A few guests are counted with returning customers: the totals of periods would tell what they spent.
    const periods = areGuestsFew ? all.map(withGuests) : all;
    const isTellable = periods.every(({ newCustomers, returningCustomers, guestOrders }) =>
      [newCustomers, returningCustomers, guestOrders].every((persons) => !isFew(persons)),
    );
    if (isTellable && periods.length > 1) return { length, periods };
  }
  return null;
}

function withGuests(period: PeriodOfCustomers): PeriodOfCustomers {
  const { returningRevenue, guestRevenue } = period;
  return {
    ...period,
    guestOrders: 0,
    guestRevenue: 0,
    returningRevenue: total([returningRevenue, guestRevenue]),
  };
}

/** The number of the period of a day, counted from year 0. Days of the data are looked up, not worked out again. */
function periodFinder({ first, last }: CustomerOrders, length: PeriodLength): (day: number) => number {
  const known = Int32Array.from({ length: last - first + 1 }, (_, index) => {
    const iso = isoDay(first + index);
    return Math.floor((Number(iso.slice(0, 4)) * 12 + Number(iso.slice(5, 7)) - 1) / length);
  });
  return (day) => known[day - first] ?? 0;
}

function periodName(period: number, length: PeriodLength): string {
  const year = Math.floor((period * length) / 12);
  const part = period - (year * 12) / length + 1;
  switch (length) {
    case 1:
      return `${year}-${String(part).padStart(2, "0")}`;
    case 3:
      return `${year}-Q${part}`;
    case 6:
      return `${year}-H${part}`;
    case 12:
      return String(year);
  }
}

/** The sum without what the order of the orders leaves in its last digits. */
function total(values: readonly number[] = []): number {
  return steady(sum(values));
}

function lists(length: number): number[][] {
  return Array.from({ length }, () => []);
}

function zeros(length: number): number[] {
  return new Array<number>(length).fill(0);
}
