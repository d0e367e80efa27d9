import type { Periods } from "../questions/periods.ts";
import { countPersons } from "../questions/persons.ts";
import { isoDay } from "../statistics/calendar/days.ts";
import type { Store } from "../store/store.ts";

/**
 * The buyers on either side of the turn of the month in each week that has both: months less the weeks within them
 * leave these days. None where the periods are months.
 */
export async function buyersBesideMonthTurns(store: Store, { unit, periods }: Periods): Promise<number[]> {
  const split = periods.filter(({ full, first, last }) => full && first.slice(0, 7) !== last.slice(0, 7));
  if (unit !== "week" || split.length === 0) return [];
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
  return [...buyers.values()].map((part) => countPersons(Float64Array.from(part)));
}
