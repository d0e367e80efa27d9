import type { CustomerOrders } from "../../questions/customer-orders.ts";
import { type PeriodLength, periodFinder, periodName } from "../../statistics/calendar/periods.ts";
import { steadySum } from "../../statistics/describe/steady.ts";

/** Customers by the period of their first order. */
export interface Cohort {
  /** `2023-05`, `2023-Q2`, `2023-H1` or `2023`. */
  name: string;
  customers: number;
  /** Periods from the first one to the end of the data. */
  watched: number;
  /** Customers with an order in the period of the first one, and in each after it. */
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
      watched: last - first + 1,
      active: new Array<number>(last - first + 1).fill(0),
      spent: Array.from({ length: last - first + 1 }, (): number[] => []),
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
    .map(([, { spent, ...cohort }]) => ({ ...cohort, revenue: spent.map(steadySum) }));
}
