import { weekdayOf } from "../../../statistics/calendar/days.ts";
import type { OrderSales } from "./order-sales.ts";

/** Orders by weekday, Monday first, and by the hour of their first purchase. */
export interface OrderTimes {
  /** One a weekday. */
  days: number[];
  /** One a weekday, with one an hour from 0 to 23; orders without a time are in none. */
  hours: number[][];
  /** Orders without a time. */
  untimed: number;
}

export function orderTimes({ day, second }: Pick<OrderSales, "day" | "second">): OrderTimes {
  const days = new Array<number>(7).fill(0);
  const hours = days.map(() => new Array<number>(24).fill(0));
  let untimed = 0;
  for (const [index, each] of day.entries()) {
    const weekday = weekdayOf(each);
    const hour = hourOf(second[index] ?? Number.NaN);
    days[weekday] = (days[weekday] ?? 0) + 1;
    const row = hours[weekday];
    if (hour === null) untimed += 1;
    else if (row !== undefined) row[hour] = (row[hour] ?? 0) + 1;
  }
  return { days, hours, untimed };
}

/** The hour of some seconds since midnight; null for none. */
export function hourOf(second: number): number | null {
  return Number.isNaN(second) ? null : Math.floor(second / 3600);
}
