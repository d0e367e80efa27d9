import { dayNumber, isoDay, mondayOf, nextMonth } from "../statistics/calendar/days.ts";
import { sum } from "../statistics/describe/sum.ts";
import type { Store } from "../store/store.ts";
import { daySpans } from "./covered-days.ts";
import { countPersons } from "./persons.ts";

/** What was bought in each period of the data, so that the last can be held against those before. */
export interface Periods {
  /** Calendar months; weeks from Monday on where the data hold fewer than two full months. */
  unit: "month" | "week";
  /** Every period, oldest first, without a gap. */
  periods: Period[];
}

export interface Period {
  /** `2023-05`, or the Monday of a week. */
  name: string;
  /** ISO days. */
  first: string;
  last: string;
  /** Whether the data cover all of it. */
  full: boolean;
  orders: number;
  purchases: number;
  revenue: number;
  /** Distinct customers with an order, and those of them with two or more. */
  customers: number;
  repeaters: number;
  /** Orders of nobody known. */
  guests: number;
  /** Mean of the ratings, null for none, and the persons who gave them. */
  rating: number | null;
  raters: number;
}

interface Span {
  name: string;
  /** Days since 1970-01-01, both counted. */
  first: number;
  last: number;
}

/**
 * Purchases by month or week. An order belongs to the period of its first purchase. A period is full where the data
 * reach from its first to its last day, or do not reach only days on which the shop is usually closed. Null where the
 * data have no dates, or no two full weeks.
 */
export async function periods(store: Store): Promise<Periods | null> {
  const spans = await daySpans(store);
  if (spans === null) return null;
  const { first, last } = spans.seen;
  const { covered } = spans;
  for (const unit of ["month", "week"] as const) {
    const all = unit === "month" ? monthsOf(first, last) : weeksOf(first, last);
    const isFull = (each: Span) => each.first >= covered.first && each.last <= covered.last;
    if (all.filter(isFull).length < 2) continue;
    const totals = await orderTotals(store, all);
    const ratings = await averageRatings(store, all);
    return {
      unit,
      periods: all.flatMap((each, index): Period[] => {
        const [total, rating] = [totals[index], ratings[index]];
        if (total === undefined || rating === undefined) return [];
        const { name } = each;
        return [
          {
            name,
            first: isoDay(each.first),
            last: isoDay(each.last),
            full: isFull(each),
            ...total,
            ...rating,
          },
        ];
      }),
    };
  }
  return null;
}

interface OrderTotals {
  orders: number;
  purchases: number;
  revenue: number;
  /** Distinct customers with an order. */
  customers: number;
  /** Those of them with two or more. */
  repeaters: number;
  /** Orders of nobody known. */
  guests: number;
}

async function orderTotals(store: Store, spans: readonly Span[]): Promise<OrderTotals[]> {
  const totals = spans.map(() => ({ orders: 0, purchases: 0, customers: 0, repeaters: 0, guests: 0 }));
  const revenues = spans.map((): number[] => []);
  const [days = [], customers = [], purchases = [], amounts = []] = await store.columns(
    "SELECT day, customer_id, purchases, revenue FROM orders WHERE day IS NOT NULL",
  );
  const periodOf = periodFinder(spans);
  // Orders of a customer in a period, by both in one number.
  const seen = new Map<number, number>();
  for (let order = 0; order < days.length; order++) {
    const period = periodOf(days[order] ?? 0);
    const total = totals[period];
    if (total === undefined) continue;
    total.orders++;
    total.purchases += purchases[order] ?? 0;
    revenues[period]?.push(amounts[order] ?? 0);
    const customer = customers[order] ?? Number.NaN;
    if (Number.isNaN(customer)) {
      total.guests++;
      continue;
    }
    const key = customer * spans.length + period;
    const before = seen.get(key) ?? 0;
    seen.set(key, before + 1);
    if (before === 0) total.customers++;
    if (before === 1) total.repeaters++;
  }
  return totals.map((total, period) => ({ ...total, revenue: sum(revenues[period] ?? []) }));
}

async function averageRatings(
  store: Store,
  spans: readonly Span[],
): Promise<{ rating: number | null; raters: number }[]> {
  const given = spans.map(() => ({ ratings: [] as number[], customers: [] as number[] }));
  const periodOf = periodFinder(spans);
  const [days = [], ratings = [], customers = []] = await store.columns(
    `SELECT day, rating, customer_id FROM transactions
WHERE rating IS NOT NULL AND day IS NOT NULL AND EXISTS (SELECT 1 FROM rating_totals)`,
  );
  days.forEach((when, line) => {
    const period = given[periodOf(when)];
    period?.ratings.push(ratings[line] ?? 0);
    period?.customers.push(customers[line] ?? Number.NaN);
  });
  return given.map((period) => ({
    rating: period.ratings.length === 0 ? null : sum(period.ratings) / period.ratings.length,
    raters: countPersons(Float64Array.from(period.customers)),
  }));
}

/** Finds the period of a day; -1 for a day in none. */
function periodFinder(full: readonly Span[]): (when: number) => number {
  const start = full[0]?.first ?? 0;
  const byDay: number[] = [];
  full.forEach(({ first, last }, index) => {
    for (let when = first; when <= last; when++) byDay[when - start] = index;
  });
  return (when) => byDay[when - start] ?? -1;
}

function monthsOf(first: number, last: number): Span[] {
  const months: Span[] = [];
  const until = isoDay(last).slice(0, 7);
  for (let name = isoDay(first).slice(0, 7); name <= until; name = nextMonth(name)) {
    months.push({ name, first: dayNumber(`${name}-01`), last: dayNumber(`${nextMonth(name)}-01`) - 1 });
  }
  return months;
}

function weeksOf(first: number, last: number): Span[] {
  const weeks: Span[] = [];
  for (let start = mondayOf(first); start <= last; start += 7) {
    weeks.push({ name: isoDay(start), first: start, last: start + 6 });
  }
  return weeks;
}
