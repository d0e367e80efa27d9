import { type Axis, neighbourRungs, type Rung, valueRungs } from "../../disclosure/axis.ts";
import type { Gate } from "../../disclosure/gate.ts";
import { weekdayOf } from "../../statistics/calendar/days.ts";
import { sum } from "../../statistics/describe/sum.ts";
import type { PurchaseLines } from "../../store/purchase-lines.ts";
import { lineCodes } from "./compared.ts";
import type { OrderSales } from "./question/order-sales.ts";
import { hourOf, orderTimes } from "./question/order-times.ts";
import { persons } from "./question/sales-periods.ts";
import type { SalesTimes } from "./sales.ts";

/** Fewer orders than this part with a time of day are no base for hours. */
const leastTimed = 0.95;
/** How many hours of a day's middle may join its ends, so that these are not of few. */
const mostJoined = 3;

/** When customers order, as it may be published; null where some weekday tells of few, and of a single one. */
export function salesTimes(sales: OrderSales, lines: PurchaseLines, gate: Gate): SalesTimes | null {
  const { days, hours, untimed } = orderTimes(sales);
  // Of a single weekday there is nothing to tell.
  if (days.filter((orders) => orders > 0).length < 2) return null;
  const weekdays: Axis = {
    id: "weekday",
    codes: lineCodes(
      lines,
      sales,
      Array.from(sales.day, (day) => weekdayOf(day) + 1),
    ),
    ofCustomer: false,
    rungs: valueRungs(days.map(String), false),
  };
  if (gate.cells([weekdays], lines, [0]) === null) return null;
  const used = Array.from({ length: 24 }, (_, hour) => hour).filter((hour) =>
    hours.some((day) => (day[hour] ?? 0) > 0),
  );
  const [first, last] = [used[0], used.at(-1)];
  const daysOnly = { days, hours: null, byHour: null };
  if (first === undefined || last === undefined || first === last) return daysOnly;
  if (untimed > sales.order.length * (1 - leastTimed)) return daysOnly;
  const all = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const axis: Axis = {
    id: "hour",
    codes: lineCodes(
      lines,
      sales,
      Array.from(sales.second, (second) => {
        const hour = hourOf(second);
        return hour === null ? 0 : hour - first + 1;
      }),
    ),
    ofCustomer: false,
    rungs: hourRungs(sales, all, new Set(used), gate),
  };
  const cells = gate.cells([weekdays, axis], lines, [0, null]);
  const ranges = cells?.rungs[1];
  if (ranges === undefined) return daysOnly;
  const groups = ranges.names.map((_, group) =>
    all.filter((_, index) => ranges.groupOf[index + 1] === group + 1),
  );
  return {
    days,
    hours: groups.map((group) => ({ from: group[0] ?? 0, to: (group.at(-1) ?? 0) + 1 })),
    byHour: hours.map((day) => groups.map((group) => sum(group.map((hour) => day[hour] ?? 0)))),
  };
}

/**
 * Ways to part a day, finest first: every hour; the hours of its middle in which no weekday has few persons, those before
 * and after joined, and more of the middle with them; then all hours joined by twos, by fours and so on.
 */
function hourRungs(sales: OrderSales, all: readonly number[], used: ReadonlySet<number>, gate: Gate): Rung[] {
  const [every, ...joined] = neighbourRungs(all.map(String), false, ([name = ""]) => name);
  const middle = longestRun(all, used, tellableHours(sales, gate));
  const parted: Rung[] = [];
  for (let less = 0; middle !== null && less <= 2 * mostJoined; less += 1) {
    for (let early = 0; early <= less; early += 1) {
      const [from, to] = [middle.from + early, middle.to - (less - early)];
      if (early <= mostJoined && less - early <= mostJoined && to > from)
        parted.push(withEnds(all, from, to));
    }
  }
  return every === undefined ? [] : [every, ...parted, ...joined];
}

/** Hours from `from` to `to` (counted), and those before and after them each together. */
function withEnds(all: readonly number[], from: number, to: number): Rung {
  const startOf = (hour: number) => (hour < from ? (all[0] ?? 0) : hour > to ? to + 1 : hour);
  const starts = [...new Set(all.map(startOf))];
  return {
    names: starts.map(String),
    groupOf: [0, ...all.map((hour) => starts.indexOf(startOf(hour)) + 1)],
  };
}

/** The longest run of hours that fit, from one with orders to another. */
function longestRun(
  all: readonly number[],
  used: ReadonlySet<number>,
  fits: ReadonlySet<number>,
): { from: number; to: number } | null {
  let best: { from: number; to: number } | null = null;
  let from: number | null = null;
  for (const hour of all) {
    if (!fits.has(hour)) from = null;
    else if (used.has(hour)) {
      from ??= hour;
      if (best === null || hour - from > best.to - best.from) best = { from, to: hour };
    }
  }
  return best;
}

/** The hours in which no weekday has few persons. */
function tellableHours({ day, second, customer }: OrderSales, gate: Gate): Set<number> {
  const found = new Map<number, number[]>();
  for (const [index, each] of day.entries()) {
    const hour = hourOf(second[index] ?? Number.NaN);
    if (hour === null) continue;
    const cell = hour * 7 + weekdayOf(each);
    const some = found.get(cell) ?? [];
    some.push(customer[index] ?? 0);
    found.set(cell, some);
  }
  const few = new Set(
    [...found].flatMap(([cell, some]) => (gate.isFew(persons(some)) ? [Math.floor(cell / 7)] : [])),
  );
  return new Set(Array.from({ length: 24 }, (_, hour) => hour).filter((hour) => !few.has(hour)));
}
