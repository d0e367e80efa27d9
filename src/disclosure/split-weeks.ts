import type { Periods } from "../questions/periods.ts";
import { isoDay } from "../questions/time.ts";
import type { Store } from "../store/store.ts";
import { countPersons } from "./tellable-summary.ts";

/**
 * Whether weeks and months beside each other tell of fewer than `minimum` buyers: months less the weeks within them
 * leave the days before and after the turn of the month in the week that has both.
 */
export async function tellSplitWeeks(store: Store, periods: Periods, minimum: number): Promise<boolean> {
  if (periods.unit !== "week") return false;
  const split = periods.periods.filter(({ first, last }) => first.slice(0, 7) !== last.slice(0, 7));
  if (split.length === 0) return false;
  const [days = [], customers = []] = await store.columns(
    "SELECT day, customer_id FROM orders WHERE day IS NOT NULL",
  );
  const buyers = new Map<string, number[]>();
  days.forEach((day, order) => {
    const iso = isoDay(day);
    const week = split.find(({ first, last }) => first <= iso && iso <= last);
    if (week === undefined) return;
    const part = `${week.name} ${iso.slice(0, 7)}`;
    const known = buyers.get(part) ?? [];
    known.push(customers[order] ?? Number.NaN);
    buyers.set(part, known);
  });
  return [...buyers.values()].some((part) => countPersons(Float64Array.from(part)) < minimum);
}
