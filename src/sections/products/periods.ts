import { orderStarts } from "../../questions/order-starts.ts";
import type { Calendar } from "../../questions/time.ts";
import { isoDay } from "../../statistics/calendar/days.ts";
import { periodLengths, periodNameOf } from "../../statistics/calendar/periods.ts";
import type { PurchaseLines } from "../../store/purchase-lines.ts";
import type { ComparedMonths } from "./compared-months.ts";

/** The lines by time: levels of ever longer periods, none of which reaches over an edge of the compared months. */
export interface TimeLevels {
  /** The part of each line: months, quarters, half-years, years, and then the compared months alone. */
  levels: Int32Array[];
  /** The number of the month of each line, from 0 on. */
  monthOf: Int32Array;
  months: { name: string; partial: boolean; side: Side }[];
}

/** Whether a month is among the compared ones. */
type Side = "now" | "before" | "neither";

/** The lines by the months of their orders; null without dates. */
export function timeLevels(
  lines: Pick<PurchaseLines, "count" | "order" | "day">,
  time: Calendar,
  compared: ComparedMonths | null,
): TimeLevels | null {
  const starts = orderStarts(lines);
  if (starts === null) return null;
  const months = time.months.map(({ month: name, partial }) => ({
    name,
    partial,
    side: sideOf(name, compared),
  }));
  const placeOf = new Map(months.map(({ name }, place) => [name, place]));
  const known = new Map<number, number>();
  const monthOf = starts.map((day) => {
    let month = known.get(day);
    if (month === undefined) {
      month = placeOf.get(isoDay(day).slice(0, 7)) ?? 0;
      known.set(day, month);
    }
    return month;
  });
  // Quarters are told of all purchases: what the compared months cut off one must be told of enough, too.
  const sidesOf = new Map<string, Set<Side>>();
  const quarterOf = (month: string) => periodNameOf(month, 3);
  for (const { name, side } of months)
    sidesOf.set(quarterOf(name), (sidesOf.get(quarterOf(name)) ?? new Set()).add(side));
  const cut = (month: string) => ((sidesOf.get(quarterOf(month))?.size ?? 0) > 1 ? quarterOf(month) : "");
  const keys = [
    ...periodLengths.map((length) =>
      months.map(({ name, side }) => [periodNameOf(name, length), side, cut(name)].join(" ")),
    ),
    ...(compared === null ? [] : [months.map(({ name, side }) => `${side} ${cut(name)}`)]),
  ];
  return { levels: keys.map((names) => partsOf(monthOf, names)), monthOf, months };
}

function sideOf(month: string, compared: ComparedMonths | null): Side {
  if (compared === null) return "neither";
  const isIn = ({ from, to }: { from: string; to: string }) => month >= from && month <= to;
  return isIn(compared.now) ? "now" : isIn(compared.before) ? "before" : "neither";
}

function partsOf(monthOf: Int32Array, names: readonly string[]): Int32Array {
  const distinct = [...new Set(names)];
  const partOf = names.map((name) => distinct.indexOf(name));
  return monthOf.map((month) => partOf[month] ?? 0);
}
