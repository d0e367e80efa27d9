import type { CustomerOrders } from "../questions/customer-orders.ts";
import { type PeriodLength, periodFinder } from "../statistics/calendar/periods.ts";

/**
 * Whether numbers that end at a day, held against tables of periods in which it lies, would tell of a few: of those who
 * ordered on one side of the day within its period, or ordered first, or of guests' orders there.
 *
 * @param lengths the periods of the tables; those that end at the day itself split nothing
 */
export function splitTellsOfFew(
  orders: CustomerOrders,
  day: number,
  lengths: readonly PeriodLength[],
  isFew: (persons: number) => boolean,
): boolean {
  const guests = orders.guests.day;
  return lengths.some((length) => {
    const periodOf = periodFinder(orders, length);
    if (day < orders.first || day >= orders.last || periodOf(day) !== periodOf(day + 1)) return false;
    const own = periodOf(day);
    return [(at: number) => at <= day, (at: number) => at > day].some((isOnSide) => {
      const holds = (at: number) => isOnSide(at) && periodOf(at) === own;
      let buyers = 0;
      let newcomers = 0;
      for (const index of orders.customers.keys()) {
        const days = orders.day.subarray(orders.starts[index], orders.starts[index + 1]);
        if (days.some(holds)) buyers += 1;
        if (holds(days[0] ?? Number.NaN)) newcomers += 1;
      }
      return [buyers, newcomers, guests.filter(holds).length].some(isFew);
    });
  });
}
