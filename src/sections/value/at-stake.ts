import type { CustomerOrders } from "../../questions/customer-orders.ts";
import { quantile } from "../../statistics/describe/quantile.ts";
import { sum } from "../../statistics/describe/sum.ts";
import { year } from "./expected-groups.ts";
import type { Forecast } from "./forecast.ts";
import { type WatchedCustomer, week } from "./question.ts";

/** Shares of the expected revenue by tenths of customers, the best first; null where a tenth is few. */
export function tenths({ revenue }: Forecast, isFew: (persons: number) => boolean): number[] | null {
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
 * Customers who spent more in the last twelve months than half of those who bought in them, and of whom less than half of
 * that is expected in the next; null where they, or all others, are few, or the data cover less than a year.
 */
export function atStake(
  { customers, starts, day, revenue, first, last }: CustomerOrders,
  watched: readonly WatchedCustomer[],
  expected: Forecast,
  isFew: (persons: number) => boolean,
): { customers: number; past: number; expected: number } | null {
  const from = last - Math.round(year * week);
  if (first > from + 1) return null;
  const past = Float64Array.from(customers.keys(), (index) => {
    let spent = 0;
    for (let order = starts[index] ?? 0; order < (starts[index + 1] ?? 0); order += 1)
      if ((day[order] ?? 0) > from) spent += revenue[order] ?? 0;
    return spent;
  });
  const buying = past.filter((spent) => spent > 0).sort();
  const median = buying.length === 0 ? 0 : quantile(buying, 0.5);
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
