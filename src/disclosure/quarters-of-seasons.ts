import { orderStarts } from "../questions/order-starts.ts";
import { isoDay } from "../statistics/calendar/days.ts";
import { periodNameOf } from "../statistics/calendar/periods.ts";
import type { PurchaseLines } from "../store/purchase-lines.ts";

/** Seasons that follow the calendar change no more often than so in a year. */
const mostChanges = 5;
const daysOfYear = 365;

/**
 * The quarter of each line, as a number from 1 on, where seasons follow the calendar and so exclude most quarters: of data
 * that begin in April, spring less the second quarter is nothing but less June. Null where seasons do not follow it, or no
 * order has a date.
 */
export function quartersOfSeasons(
  lines: Pick<PurchaseLines, "count" | "order" | "day" | "traits">,
): Int32Array | null {
  const seasons = lines.traits.get("season");
  const starts = orderStarts(lines);
  if (seasons === undefined || starts === null || !followCalendar(starts, seasons)) return null;
  const codes = new Map<string, number>();
  return starts.map((day) => {
    const quarter = periodNameOf(isoDay(day), 3);
    const code = codes.get(quarter) ?? codes.size + 1;
    codes.set(quarter, code);
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
