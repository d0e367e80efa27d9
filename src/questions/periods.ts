import { countPersons } from "../disclosure/tellable-summary.ts";
import { withheldPeriods } from "../disclosure/withheld-periods.ts";
import { sum } from "../statistics/describe/sum.ts";
import type { Store } from "../store/store.ts";
import { daySpans } from "./covered-days.ts";
import type { MetricId } from "./metrics.ts";
import { isoDay, nextMonth } from "./time.ts";

/** Metrics for each full period of the data, so that the last can be held against those before. */
export interface Periods {
  /** Calendar months; weeks from Monday on where the data hold fewer than two full months. */
  unit: "month" | "week";
  /** Every full period, oldest first, without a gap. `name`: `2023-05`, or the Monday of a week; days as ISO. */
  periods: { name: string; first: string; last: string }[];
  /** Names of the periods at the edges that the data do not cover whole. */
  partial: string[];
  /** One value a period, by the metric's own definition within it; null where too few stand behind it. */
  metrics: { metric: MetricId; values: (number | null)[] }[];
}

interface Span {
  name: string;
  /** Days since 1970-01-01, both counted. */
  first: number;
  last: number;
}

const day = 86_400_000;
/** Of the name `2023-05`. */
const monthLength = 7;

/**
 * Metrics by month or week. An order belongs to the period of its first purchase. A period is full where the data
 * reach from its first to its last day, or the days that they do not reach are ones on which the shop is usually closed. A period of fewer than
 * `minimum` buyers has no values, a guest's order taken for a person of its own, nor has one that would tell
 * of it. Null where the data have no dates, or no two full weeks.
 */
export async function periods(store: Store, minimum: number): Promise<Periods | null> {
  const spans = await daySpans(store);
  if (spans === null) return null;
  const { first, last } = spans.seen;
  const { covered } = spans;
  for (const unit of ["month", "week"] as const) {
    const all = unit === "month" ? monthsOf(first, last) : weeksOf(first, last);
    const isFull = (each: Span) => each.first >= covered.first && each.last <= covered.last;
    const full = all.filter(isFull);
    if (full.length < 2) continue;
    return {
      unit,
      periods: full.map((each) => ({ name: each.name, first: isoDay(each.first), last: isoDay(each.last) })),
      partial: all.filter((each) => !isFull(each)).map(({ name }) => name),
      metrics: await measured(store, all, isFull, minimum),
    };
  }
  return null;
}

async function measured(
  store: Store,
  all: readonly Span[],
  isFull: (span: Span) => boolean,
  minimum: number,
): Promise<Periods["metrics"]> {
  const ofAll = await orderTotals(store, all);
  const full = all.filter(isFull);
  const buyers = ({ customers, guests }: OrderTotals) => customers + guests;
  const withheld = withheldPeriods(
    all.map((span, index) => {
      const total = ofAll[index];
      // Months that are not whole are shown by themselves.
      const listed = span.name.length === monthLength || isFull(span);
      return { name: span.name, buyers: total === undefined ? 0 : buyers(total), listed };
    }),
    minimum,
  );
  const totals = ofAll.filter((_, index) => full.some(({ name }) => name === all[index]?.name));
  const enough = full.map(({ name }) => !withheld.has(name));
  const each = (value: (total: OrderTotals) => number | null) =>
    totals.map((total, index) => (enough[index] === true ? value(total) : null));
  const tellable = (customers: number) => customers === 0 || customers >= minimum;
  const metrics: Periods["metrics"] = [
    { metric: "customers", values: each(({ customers }) => (tellable(customers) ? customers : null)) },
    { metric: "orders", values: each(({ orders }) => orders) },
    { metric: "transactions", values: each(({ purchases }) => purchases) },
    { metric: "revenue", values: each(({ revenue }) => revenue) },
    {
      metric: "averageOrder",
      values: each(({ revenue, orders }) => (orders === 0 ? null : revenue / orders)),
    },
    {
      metric: "repeatShare",
      values: each(({ customers, repeaters }) =>
        customers > 0 && tellable(repeaters) && tellable(customers - repeaters)
          ? repeaters / customers
          : null,
      ),
    },
  ];
  const ratings = await averageRatings(store, full, minimum);
  if (ratings.some((value) => value !== null)) metrics.push({ metric: "averageRating", values: ratings });
  return metrics.filter(({ values }) => values.some((value) => value !== null && value !== 0));
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
  full: readonly Span[],
  minimum: number,
): Promise<(number | null)[]> {
  const given = full.map(() => ({ ratings: [] as number[], customers: [] as number[] }));
  const periodOf = periodFinder(full);
  const [days = [], ratings = [], customers = []] = await store.columns(
    `SELECT day, rating, customer_id FROM transactions
WHERE rating IS NOT NULL AND day IS NOT NULL AND EXISTS (SELECT 1 FROM rating_totals)`,
  );
  days.forEach((when, line) => {
    const period = given[periodOf(when)];
    period?.ratings.push(ratings[line] ?? 0);
    period?.customers.push(customers[line] ?? Number.NaN);
  });
  return given.map((period) =>
    countPersons(Float64Array.from(period.customers)) < minimum
      ? null
      : sum(period.ratings) / period.ratings.length,
  );
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
    months.push({ name, first: dayOf(`${name}-01`), last: dayOf(`${nextMonth(name)}-01`) - 1 });
  }
  return months;
}

function weeksOf(first: number, last: number): Span[] {
  const weeks: Span[] = [];
  // 1970-01-01 was a Thursday.
  const monday = first - ((((first + 3) % 7) + 7) % 7);
  for (let start = monday; start <= last; start += 7) {
    weeks.push({ name: isoDay(start), first: start, last: start + 6 });
  }
  return weeks;
}

function dayOf(iso: string): number {
  return Date.parse(`${iso}T00:00:00Z`) / day;
}
