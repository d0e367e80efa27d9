import { orderStarts } from "../questions/order-starts.ts";
import { isoDay } from "../statistics/calendar/days.ts";
import type { PurchaseLines } from "../store/purchase-lines.ts";
import { type Axis, valueRungs } from "./axis.ts";

/**
 * The axis of the periods that lines lie in by the first day of their order; null without dates.
 *
 * @param periodOf the name of the period of an ISO day, by which periods are sorted; null for none
 */
export function calendarAxis(
  id: string,
  lines: Pick<PurchaseLines, "count" | "order" | "day">,
  periodOf: (day: string) => string | null,
): Axis | null {
  const starts = orderStarts(lines);
  if (starts === null) return null;
  const byDay = new Map([...new Set(starts)].map((day) => [day, periodOf(isoDay(day))]));
  const names = [...new Set([...byDay.values()].filter((name) => name !== null))].sort();
  const placeOf = new Map(names.map((name, place) => [name, place + 1]));
  const codeOf = new Map(
    [...byDay].map(([day, name]) => [day, name === null ? 0 : (placeOf.get(name) ?? 0)]),
  );
  return {
    id,
    codes: Uint16Array.from(starts, (day) => codeOf.get(day) ?? 0),
    ofCustomer: false,
    subjects: ["calendar"],
    rungs: valueRungs(names, false),
  };
}
