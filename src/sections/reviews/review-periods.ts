import type { Gate } from "../../disclosure/gate.ts";
import {
  monthNumberOf,
  type PeriodLength,
  periodLengths,
  periodName,
} from "../../statistics/calendar/periods.ts";
import { type Trend, trendOf } from "../../statistics/significance/trend.ts";

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
  const dated = [...day.keys()].filter((review) => !Number.isNaN(day[review] ?? Number.NaN));
  const undated = new Set([...person].filter((_, review) => Number.isNaN(day[review] ?? Number.NaN)));
  if (dated.length === 0 || gate.isFew(undated.size)) return null;
  const months = new Int32Array(day.length).fill(-1);
  for (const review of dated) months[review] = monthNumberOf(day[review] ?? 0);
  const known = dated.map((review) => months[review] ?? 0);
  const [first, last] = [least(known), -least(known.map((month) => -month))];
  for (const length of periodLengths) {
    const from = Math.floor(first / length);
    const names = Array.from({ length: Math.floor(last / length) - from + 1 }, (_, index) =>
      periodName(from + index, length),
    );
    if (names.length < 2) return null;
    const periodOf = months.map((month) => (month < 0 ? -1 : Math.floor(month / length) - from));
    const isTellable = sets.every((isIn) => {
      const cells = names.map(() => [new Set<number>(), new Set<number>()] as const);
      for (const review of dated) {
        const place = isIn(review);
        if (place !== null) cells[periodOf[review] ?? 0]?.[place ? 0 : 1].add(person[review] ?? 0);
      }
      return cells.every(([has, lacks]) => gate.holds([has.size, lacks.size]));
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
  const persons = new Map<number, { days: number; value: number; count: number }>();
  const days: number[] = [];
  for (let review = 0; review < day.length; review += 1) {
    const when = day[review] ?? Number.NaN;
    const value = measure(review);
    if (Number.isNaN(when) || Number.isNaN(value)) continue;
    const known = persons.get(person[review] ?? 0) ?? { days: 0, value: 0, count: 0 };
    known.days += when;
    known.value += value;
    known.count += 1;
    persons.set(person[review] ?? 0, known);
    days.push(when);
  }
  // In an order that is not that of the rows.
  const all = [...persons.values()]
    .map((each) => ({ time: each.days / each.count, value: each.value / each.count }))
    .sort((a, b) => a.time - b.time || a.value - b.value);
  if ((all.at(-1)?.time ?? 0) - (all[0]?.time ?? 0) < twoYears) return null;
  return trendOf(
    all.map(({ time }) => time),
    all.map(({ value }) => value),
    all.map(({ time }) => monthNumberOf(Math.round(time)) % 12),
  );
}

function least(values: readonly number[]): number {
  return values.reduce((low, value) => Math.min(low, value), Number.POSITIVE_INFINITY);
}
