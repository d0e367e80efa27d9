import type { Gate } from "../../disclosure/gate.ts";
import type { DaySpan } from "../../questions/covered-days.ts";
import { dayNumber } from "../../statistics/calendar/days.ts";
import { monthNumberOf, periodLengths, periodName } from "../../statistics/calendar/periods.ts";
import { steadySum } from "../../statistics/describe/steady.ts";
import type { ChangeSources } from "./change-sources.ts";
import { sideOf } from "./compared.ts";
import type { OrderSales } from "./question/order-sales.ts";
import { periodOf } from "./question/sales-periods.ts";
import type { ComparedWindows } from "./windows.ts";

/** Before it can be told who is new, the data must reach back so many days. */
export const leastHistory = 365;

/** The day of each known customer's first order. */
export type FirstDays = ReadonlyMap<number, number>;

interface CustomerCounts {
  newCustomers: { new: number; returning: number } | null;
  /** Of the current window; with that of guests where these are too few to be told. */
  returningRevenue: number;
}

/** Customers of the windows; null where there are none, or where they would tell of few. */
export function customerCounts(
  { sales, gate, customers, first: start }: ChangeSources,
  windows: ComparedWindows,
  firstDay: FirstDays,
  tellsGuests: boolean,
): CustomerCounts | null {
  const seen = { current: new Set<number>(), previous: new Set<number>() };
  const returning: number[] = [];
  for (const [index, day] of sales.day.entries()) {
    const side = sideOf(windows, day);
    const customer = sales.customer[index] ?? 0;
    if (side === null) continue;
    if (customer !== 0) seen[side].add(customer);
    const isReturning = customer === 0 ? !tellsGuests : (firstDay.get(customer) ?? 0) < windows.current.first;
    if (side === "current" && isReturning) returning.push(sales.revenue[index] ?? 0);
  }
  const [now, before] = [seen.current.size, seen.previous.size];
  if (now === 0 || before === 0) return null;
  const both = [...seen.current].filter((customer) => seen.previous.has(customer)).length;
  const some = now + before - both;
  if (
    !gate.holds([
      now,
      before,
      both,
      now - both,
      before - both,
      customers - now,
      customers - before,
      customers - some,
    ])
  )
    return null;
  const newcomers = [...seen.current].filter(
    (customer) => (firstDay.get(customer) ?? 0) >= windows.current.first,
  ).length;
  const tellsNew =
    windows.current.first - start >= leastHistory &&
    gate.holds([newcomers, now - newcomers, customers - newcomers, now - newcomers - both]) &&
    gate.holds(besideWindow(windows.current, firstDay)) &&
    tellsLaterOrders(sales, windows.current, firstDay, gate);
  return {
    newCustomers: tellsNew ? { new: newcomers, returning: now - newcomers } : null,
    returningRevenue: steadySum(returning),
  };
}

/**
 * Whether the new customers of a window who order again in a later month, or quarter, of it are nobody or enough: what
 * they then bring counts as new in the window, and as returning in the later period.
 */
export function tellsLaterOrders(
  { day, customer }: OrderSales,
  window: DaySpan,
  firstDay: FirstDays,
  gate: Gate,
): boolean {
  return (["month", "quarter"] as const).every((unit) => {
    const again = new Set<number>();
    for (const [index, each] of day.entries()) {
      const first = firstDay.get(customer[index] ?? 0);
      if (first === undefined || first < window.first || each > window.last) continue;
      if (periodOf(each, unit) !== periodOf(first, unit)) again.add(customer[index] ?? 0);
    }
    return gate.holds([again.size]);
  });
}

/**
 * The customers whose first order is beside a window, before or after it, but in a period that the window cuts: cohorts of
 * such periods, less the new customers of the window, leave them.
 */
function besideWindow({ first, last }: DaySpan, firstDay: FirstDays): number[] {
  const days = [...firstDay.values()];
  return periodLengths.flatMap((length) => {
    const startOf = (period: number) => dayNumber(`${periodName(period * length, 1)}-01`);
    const [start, end] = [first, last].map((day) => Math.floor(monthNumberOf(day) / length));
    const [from, to] = [startOf(start ?? 0), startOf((end ?? 0) + 1)];
    return [
      days.filter((day) => day >= from && day < first).length,
      days.filter((day) => day > last && day < to).length,
    ];
  });
}

/** The day of each known customer's first order. */
export function firstDays({ day, customer }: OrderSales): FirstDays {
  const found = new Map<number, number>();
  for (const [index, each] of day.entries()) {
    const who = customer[index] ?? 0;
    if (who !== 0 && !found.has(who)) found.set(who, each);
  }
  return found;
}
