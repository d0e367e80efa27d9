import { orderStarts } from "../questions/order-starts.ts";
import { isoDay } from "../statistics/calendar/days.ts";
import { type PeriodLength, periodNameOf } from "../statistics/calendar/periods.ts";
import type { PurchaseLines } from "../store/purchase-lines.ts";

/** Seasons that follow the calendar change no more often than so in a year. */
const mostChanges = 5;
const daysOfYear = 365;

/**
 * The period that the purchases of a line are told in, as a number, where seasons follow the calendar and so exclude most
 * periods: of data that begin in April, spring less the second quarter is nothing but less June. Null where seasons do not
 * follow it, or no order has a date.
 *
 * @param lengthOf how long the periods of a line are; null where it is told in none
 */
export function seasonsBeside(
  lines: Pick<PurchaseLines, "count" | "order" | "day" | "traits">,
  lengthOf: (line: number) => PeriodLength | null,
): Int32Array | null {
  const seasons = lines.traits.get("season");
  const starts = orderStarts(lines);
  if (seasons === undefined || starts === null || !followCalendar(starts, seasons)) return null;
  const codes = new Map<string, number>();
  return starts.map((day, line) => {
    const length = lengthOf(line);
    if (length === null) return 0;
    const period = periodNameOf(isoDay(day), length);
    const code = codes.get(period) ?? codes.size + 1;
    codes.set(period, code);
    return code;
  });
}

/** Whether each day has one season, and seasons change no more often than they do. */
function followCalendar(days: Int32Array, seasons: Int32Array): boolean {
  const byDay = new Map<number, number>();
  for (const [line, day] of days.entries()) {
    const season = seasons[line] ?? 0;
    if (season === 0) continue;
    const known = byDay.get(day);
    if (known !== undefined && known !== season) return false;
    byDay.set(day, season);
  }
  const inOrder = [...byDay].sort(([one], [other]) => one - other);
  const changes = inOrder.filter(([, season], place) => place > 0 && inOrder[place - 1]?.[1] !== season);
  const [first, last] = [inOrder[0]?.[0] ?? 0, inOrder.at(-1)?.[0] ?? 0];
  return changes.length <= Math.ceil((last - first + 1) / daysOfYear) * mostChanges;
}
