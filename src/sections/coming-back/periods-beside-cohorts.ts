import { type Column, sumsTellOfFew } from "../../disclosure/sums-of-few.ts";
import type { CustomerOrders } from "../../questions/customer-orders.ts";
import { type PeriodLength, periodFinder } from "../../statistics/calendar/periods.ts";
import type { Cohort } from "./cohorts.ts";

/**
 * Whether new and returning customers by periods shorter than the cohorts' tell, beside these, what a few customers spent:
 * those of the first cohort are all who can return in the first period after it, and so on.
 */
export function tellsBesideCohorts(
  orders: CustomerOrders,
  { length, cohorts }: { length: PeriodLength; cohorts: readonly Cohort[] },
  short: PeriodLength,
  isFew: (persons: number) => boolean,
): boolean {
  const [longOf, shortOf] = [periodFinder(orders, length), periodFinder(orders, short)];
  const from = shortOf(orders.first);
  const count = shortOf(orders.last) - from + 1;
  const width = Math.max(...cohorts.map(({ revenue }) => revenue.length));
  const long = new Int32Array(count);
  const persons = Array.from({ length: count * count }, () => new Set<number>());
  for (const [index, customer] of orders.customers.entries()) {
    const first = shortOf(orders.day[orders.starts[index] ?? 0] ?? 0) - from;
    for (let order = orders.starts[index] ?? 0; order < (orders.starts[index + 1] ?? 0); order += 1) {
      const day = orders.day[order] ?? 0;
      long[shortOf(day) - from] = longOf(day);
      persons[first * count + shortOf(day) - from]?.add(customer);
    }
  }
  const columns = persons.map(
    (own): Column => ({ count: own.size, persons: isFew(own.size) || own.size === 0 ? [...own] : null }),
  );
  /** The cell of each first period and each period, −1 for none. */
  const table = (cellOf: (first: number, period: number) => number) =>
    Int32Array.from(columns, (_, column) => {
      const [first, period] = [Math.floor(column / count), column % count];
      return period < first ? -1 : cellOf(first, period);
    });
  const byCohort = table((first, period) => {
    const [cohort, since] = [long[first] ?? 0, (long[period] ?? 0) - (long[first] ?? 0)];
    return since < width ? (cohort - (long[0] ?? 0)) * width + since : -1;
  });
  const byKind = table((first, period) => 2 * period + Number(first < period));
  // Where nobody is new nobody returns who was.
  const isNobodyNew = Array.from({ length: count }, (_, first) => persons[first * count + first]?.size === 0);
  const withoutNew = table((first) => (isNobodyNew[first] === true ? first : -1));
  return sumsTellOfFew(columns, [byCohort, byKind, withoutNew], [table((_, period) => period)], isFew);
}
