import { weekdayOf } from "../statistics/calendar/days.ts";
import type { Store } from "../store/store.ts";

/** Days since 1970-01-01, both counted. */
export interface DaySpan {
  first: number;
  last: number;
}

/** A weekday is known to be closed from so many of them on that … */
const fewestWeeks = 8;
/** … had a purchase in at most this part. */
const mostOpen = 0.05;
/** Only of a shop that sells nearly every day that it is open can a day without a purchase be told for closed. */
const leastOpen = 0.8;
/** No shop is taken to be closed for longer. */
const longestClosed = 14;

/**
 * The days that the data cover: from the first to the last with a purchase, and beyond them over days on which the
 * shop is usually closed: weekdays that are closed, and dates that were so in every other year. `days` are those with a
 * purchase.
 */
export function coveredDays(days: ReadonlySet<number>, { first, last }: DaySpan): DaySpan {
  const isClosed = closedWeekdays(days, { first, last });
  if (isClosed === null) return { first, last };
  const isDateClosed = (day: number, years: 1 | -1) => {
    const others: number[] = [];
    for (let year = 1; ; year += 1) {
      const other = sameDate(day, years * year);
      if (other < first || other > last) break;
      // A closed weekday says nothing of the date.
      if (!isClosed[weekdayOf(other)]) others.push(other);
    }
    return others.length > 0 && others.every((other) => !days.has(other));
  };
  const extended = (from: number, step: 1 | -1) => {
    let end = from;
    while (Math.abs(end - from) < longestClosed) {
      const next = end + step;
      if (!isClosed[weekdayOf(next)] && !isDateClosed(next, step === 1 ? -1 : 1)) break;
      end = next;
    }
    return end;
  };
  return { first: extended(first, -1), last: extended(last, 1) };
}

/** Which weekdays the shop is closed on; null where it sells too seldom to tell. */
function closedWeekdays(days: ReadonlySet<number>, { first, last }: DaySpan): boolean[] | null {
  const all = Array.from({ length: 7 }, () => 0);
  const open = Array.from({ length: 7 }, () => 0);
  for (let day = first; day <= last; day += 1) {
    const which = weekdayOf(day);
    all[which] = (all[which] ?? 0) + 1;
    if (days.has(day)) open[which] = (open[which] ?? 0) + 1;
  }
  const shares = open.map((count, which) => count / Math.max(1, all[which] ?? 0));
  if (Math.min(...all) < fewestWeeks) return null;
  const closed = shares.map((share) => share <= mostOpen);
  const others = shares.filter((_, which) => closed[which] === false);
  if (others.length === 0 || others.some((share) => share < leastOpen)) return null;
  return closed;
}

/** The same date so many years on; of February 29 the first of March. */
function sameDate(day: number, years: number): number {
  const date = new Date(day * 86_400_000);
  return Date.UTC(date.getUTCFullYear() + years, date.getUTCMonth(), date.getUTCDate()) / 86_400_000;
}

/** The first and the last day with a purchase, and what the data cover around them; null without dates. */
export async function daySpans(store: Store): Promise<{ seen: DaySpan; covered: DaySpan } | null> {
  const [starts = new Float64Array(0), ends = starts] = await store.columns(
    "SELECT day, last_day FROM orders WHERE day IS NOT NULL",
  );
  const days = new Set<number>();
  const seen = { first: Number.POSITIVE_INFINITY, last: Number.NEGATIVE_INFINITY };
  starts.forEach((day, order) => {
    const end = ends[order] ?? day;
    days.add(day);
    days.add(end);
    seen.first = Math.min(seen.first, day);
    seen.last = Math.max(seen.last, end);
  });
  return days.size === 0 ? null : { seen, covered: coveredDays(days, seen) };
}
