import { isoDay, nextMonth } from "../statistics/calendar/days.ts";
import { sum } from "../statistics/describe/sum.ts";
import type { PurchaseLines } from "../store/purchase-lines.ts";
import type { Store } from "../store/store.ts";
import { daySpans } from "./covered-days.ts";
import { countPersons } from "./persons.ts";

/** First and last day with a purchase, and revenue by calendar month. Months without purchases are zero. */
export interface Calendar {
  first: string;
  last: string;
  /** From first to last, both counted. */
  days: number;
  months: {
    month: string;
    revenue: number;
    orders: number;
    /** Distinct customers with an order, and orders of guests. */
    buyers: number;
    partial: boolean;
    /** The id of the one season that all purchases of the month have; null where they have several or none. */
    season: number | null;
  }[];
}

/** Every order with its day, its customer and what it came to. */
export const orderDayQuery =
  "SELECT day, customer_id, revenue FROM orders WHERE day IS NOT NULL ORDER BY day";

/** First and last day with a purchase, in days since 1970. */
export const spanQuery = "SELECT MIN(day) AS first, MAX(last_day) AS last FROM orders";

/** When purchases were made; null where they have no dates. An order belongs to the month of its first purchase. */
export async function calendar(
  store: Store,
  lines: Pick<PurchaseLines, "day" | "traits">,
): Promise<Calendar | null> {
  const [days = [], customers = [], revenues = []] = await store.columns(orderDayQuery);
  const spans = await daySpans(store);
  if (spans === null) return null;
  const { first, last } = spans.seen;
  const { covered } = spans;
  const byMonth = new Map<string, { customers: number[]; revenues: number[] }>();
  for (let month = isoDay(first).slice(0, 7); month <= isoDay(last).slice(0, 7); month = nextMonth(month)) {
    byMonth.set(month, { customers: [], revenues: [] });
  }
  days.forEach((day, order) => {
    const month = byMonth.get(isoDay(day).slice(0, 7));
    month?.customers.push(customers[order] ?? Number.NaN);
    month?.revenues.push(revenues[order] ?? 0);
  });
  const seasons = seasonsOfMonths(lines);
  const months = [...byMonth].map(([month, orders]) => ({
    month,
    orders: orders.revenues.length,
    buyers: countPersons(Float64Array.from(orders.customers)),
    revenue: sum(orders.revenues),
    partial: isoDay(covered.first) > `${month}-01` || isoDay(covered.last + 1) < `${nextMonth(month)}-01`,
    season: seasons.get(month) ?? null,
  }));
  return { first: isoDay(first), last: isoDay(last), days: last - first + 1, months };
}

/** The season of each month all of whose purchases have the same one. */
function seasonsOfMonths({ day, traits }: Pick<PurchaseLines, "day" | "traits">): Map<string, number> {
  const seasons = traits.get("season");
  const found = new Map<string, number>();
  if (day === undefined || seasons === undefined) return found;
  const byDay = new Map<number, number>();
  day.forEach((each, line) => {
    const season = seasons[line] ?? 0;
    byDay.set(each, (byDay.get(each) ?? season) === season ? season : 0);
  });
  for (const [each, season] of byDay) {
    const month = isoDay(each).slice(0, 7);
    found.set(month, (found.get(month) ?? season) === season ? season : 0);
  }
  return new Map([...found].filter(([, season]) => season !== 0));
}
