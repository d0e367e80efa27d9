import type { DaySpan } from "../../../questions/covered-days.ts";
import { dayNumber, isoDay, mondayOf, nextMonth } from "../../../statistics/calendar/days.ts";
import { type PeriodLength, periodNameOf } from "../../../statistics/calendar/periods.ts";
import { steadySum } from "../../../statistics/describe/steady.ts";
import type { OrderSales } from "./order-sales.ts";

export type SalesUnit = "week" | "month" | "quarter" | "year";

/** What was sold and what came back in a period. */
export interface PeriodSales {
  /** The Monday of a week, `2023-05`, `2023-Q2` or `2023`. */
  name: string;
  orders: number;
  /** Of the orders, after discounts. */
  revenue: number;
  /** Of what came back in the period, below 0, less what orders paid back whole had brought. */
  returns: number;
  /** Distinct customers with an order, and guests' orders. */
  buyers: number;
  /** The same of what came back. */
  returners: number;
}

/** The first and last day of the orders. */
function spanOf({ day }: Pick<OrderSales, "day">): DaySpan {
  return { first: day[0] ?? 0, last: day.at(-1) ?? 0 };
}

/**
 * Sales by period, every one from the first order to the last, those between them without an order too. An order belongs
 * to the period of its first purchase, a return to that in which it came back; what comes back after the last period of
 * an order is in none.
 */
export function salesBy(sales: OrderSales, unit: SalesUnit): PeriodSales[] {
  const { first, last } = spanOf(sales);
  const nameOf = periodNames(first, last, unit);
  const names = [...new Set(Array.from({ length: last - first + 1 }, (_, index) => nameOf(first + index)))];
  const found = new Map(
    names.map((name) => [
      name,
      { revenue: [] as number[], returns: [] as number[], bought: [] as number[], gave: [] as number[] },
    ]),
  );
  for (const [index, day] of sales.day.entries()) {
    const period = found.get(nameOf(day));
    period?.revenue.push(sales.revenue[index] ?? 0);
    period?.bought.push(sales.customer[index] ?? 0);
  }
  const { returns } = sales;
  for (const [index, day] of returns.day.entries()) {
    const period = found.get(nameOf(day));
    period?.returns.push(returned(returns, index));
    period?.gave.push(returns.customer[index] ?? 0);
  }
  return [...found].map(([name, { revenue, returns, bought, gave }]) => ({
    name,
    orders: revenue.length,
    revenue: steadySum(revenue),
    returns: steadySum(returns),
    buyers: persons(bought),
    returners: persons(gave),
  }));
}

/** What a return takes off sales: an order paid back whole is among no sales, and takes nothing off. */
export function returned({ amount, sold }: OrderSales["returns"], index: number): number {
  return (amount[index] ?? 0) + (sold[index] ?? 0);
}

/** How many persons some customers are, each 0 a guest of its own. */
export function persons(customers: readonly number[]): number {
  const known = new Set(customers);
  return known.has(0) ? known.size - 1 + customers.filter((customer) => customer === 0).length : known.size;
}

/** Names the period of a day; a name that no period of an order has for days outside. */
function periodNames(first: number, last: number, unit: SalesUnit): (day: number) => string {
  const known = new Map<number, string>();
  return (day) => {
    let name = known.get(day);
    if (name === undefined) {
      name = day < first - 366 || day > last + 366 ? "" : periodOf(day, unit);
      known.set(day, name);
    }
    return name;
  };
}

const lengths = { month: 1, quarter: 3, year: 12 } as const satisfies Record<string, PeriodLength>;

/** The name of the period of a day (days since 1970-01-01). */
export function periodOf(day: number, unit: SalesUnit): string {
  return unit === "week" ? isoDay(mondayOf(day)) : periodNameOf(isoDay(day), lengths[unit]);
}

/** First and last day of a period, by its name. */
export function daysOfPeriod(name: string, unit: SalesUnit): DaySpan {
  if (unit === "week") return { first: dayNumber(name), last: dayNumber(name) + 6 };
  const year = name.slice(0, 4);
  const from =
    unit === "year" ? 1 : unit === "quarter" ? Number(name.slice(6)) * 3 - 2 : Number(name.slice(5, 7));
  const months = lengths[unit];
  const month = (number: number) => `${year}-${String(number).padStart(2, "0")}`;
  return {
    first: dayNumber(`${month(from)}-01`),
    last: dayNumber(`${nextMonth(month(from + months - 1))}-01`) - 1,
  };
}
