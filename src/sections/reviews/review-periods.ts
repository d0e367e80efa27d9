import type { Gate } from "../../disclosure/gate.ts";
import {
  monthNumberOf,
  type PeriodLength,
  periodLengths,
  periodName,
} from "../../statistics/calendar/periods.ts";
import { type Trend, trendOf } from "../../statistics/significance/trend.ts";
import { mostPersons, PersonCounter } from "./person-counter.ts";

/** What reviews are told apart by in time. */
export interface DatedReviews {
  /** Days since 1970-01-01; NaN for none. */
  day: Float64Array;
  person: Int32Array;
}

/** Reviews by period. */
export interface Periods {
  length: PeriodLength;
  /** `2024-01`, `2024-Q1`, `2024-H1` or `2024`, from the first to the last. */
  names: string[];
  /** By review: its period; −1 for none. */
  periodOf: Int32Array;
}

/** From so many days on, two years less two months, most months can be held against the same ones of another year. */
const twoYears = 2 * 365 - 62;

/**
 * The shortest periods in which, of each set of reviews, no few persons are parted from others: neither those with a
 * review of the set in a period, nor those with one that is not. Null without dates, for one period, where none will do,
 * and where only few persons' reviews have no date.
 */
export function tellablePeriods(
  { day, person }: DatedReviews,
  sets: readonly ((review: number) => boolean | null)[],
  gate: Gate,
): Periods | null {
  const isDated = (review: number) => !Number.isNaN(day[review] ?? Number.NaN);
  const dated = Int32Array.from(day.keys()).filter(isDated);
  const undated = new PersonCounter(person).where((review) => !isDated(review));
  if (dated.length === 0 || gate.isFew(undated)) return null;
  const months = new Int32Array(day.length).fill(-1);
  for (const review of dated) months[review] = monthNumberOf(day[review] ?? 0);
  const known = months.filter((month) => month >= 0);
  const first = known.reduce((low, month) => Math.min(low, month));
  const last = known.reduce((high, month) => Math.max(high, month));
  // Person by person: who is met again in a cell was the last one met there.
  dated.sort((a, b) => (person[a] ?? 0) - (person[b] ?? 0));
  for (const length of periodLengths) {
    const from = Math.floor(first / length);
    const names = Array.from({ length: Math.floor(last / length) - from + 1 }, (_, index) =>
      periodName(from + index, length),
    );
    if (names.length < 2) return null;
    const periodOf = months.map((month) => (month < 0 ? -1 : Math.floor(month / length) - from));
    const isTellable = sets.every((isIn) => {
      const persons = new Int32Array(2 * names.length);
      const lastMet = new Int32Array(2 * names.length).fill(-1);
      for (const review of dated) {
        const has = isIn(review);
        if (has === null) continue;
        const cell = 2 * (periodOf[review] ?? 0) + (has ? 0 : 1);
        const who = person[review] ?? 0;
        if (lastMet[cell] === who) continue;
        lastMet[cell] = who;
        persons[cell] = (persons[cell] ?? 0) + 1;
      }
      return names.every((_, period) => gate.holds(persons.subarray(2 * period, 2 * period + 2)));
    });
    if (isTellable) return { length, names, periodOf };
  }
  return null;
}

/**
 * How values of reviews change over time, a value a person, month against the same month of another year. NaN is none.
 * Null under two years of reviews: a change could be the season's.
 */
export function reviewTrend(
  { day, person }: DatedReviews,
  measure: (review: number) => number,
): Trend | null {
  const most = mostPersons(person);
  const [times, values, counts] = [new Float64Array(most), new Float64Array(most), new Int32Array(most)];
  for (let review = 0; review < day.length; review += 1) {
    const when = day[review] ?? Number.NaN;
    const value = measure(review);
    if (Number.isNaN(when) || Number.isNaN(value)) continue;
    const who = person[review] ?? 0;
    times[who] = (times[who] ?? 0) + when;
    values[who] = (values[who] ?? 0) + value;
    counts[who] = (counts[who] ?? 0) + 1;
  }
  counts.forEach((count, who) => {
    if (count === 0) return;
    times[who] = (times[who] ?? 0) / count;
    values[who] = (values[who] ?? 0) / count;
  });
  // In an order that is not that of the rows.
  const writers = Int32Array.from(counts.keys())
    .filter((who) => (counts[who] ?? 0) > 0)
    .sort((a, b) => (times[a] ?? 0) - (times[b] ?? 0) || (values[a] ?? 0) - (values[b] ?? 0));
  const timeOf = (who: number | undefined) => times[who ?? -1] ?? 0;
  if (timeOf(writers.at(-1)) - timeOf(writers[0]) < twoYears) return null;
  return trendOf(
    Float64Array.from(writers, timeOf),
    Float64Array.from(writers, (who) => values[who] ?? 0),
    writers.map((who) => monthNumberOf(Math.round(timeOf(who))) % 12),
  );
}
