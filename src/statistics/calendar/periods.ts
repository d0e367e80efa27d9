import { isoDay } from "./days.ts";

/** How long a period is, in months: a month, a quarter, half a year, a year. */
export type PeriodLength = 1 | 3 | 6 | 12;

/** Shortest first; each period lies within one of every longer kind. */
export const periodLengths = [1, 3, 6, 12] as const satisfies readonly PeriodLength[];

/** The number of a month, `2023-05` or the day of one, counted from January of year 0. */
export function monthNumber(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
}

/** The same of a day, in days since 1970-01-01. */
export function monthNumberOf(day: number): number {
  return monthNumber(isoDay(day));
}

/** `2023-05`, `2023-Q2`, `2023-H1` or `2023` of a period by its number: that of its months divided by its length. */
export function periodName(period: number, length: PeriodLength): string {
  const year = Math.floor((period * length) / 12);
  const part = period - (year * 12) / length + 1;
  switch (length) {
    case 1:
      return `${year}-${String(part).padStart(2, "0")}`;
    case 3:
      return `${year}-Q${part}`;
    case 6:
      return `${year}-H${part}`;
    case 12:
      return String(year);
  }
}

/** The name of the period that a month, `2023-05` or the day of one, lies in. */
export function periodNameOf(month: string, length: PeriodLength): string {
  return periodName(Math.floor(monthNumber(month) / length), length);
}

/** The number of the period of a day between two days. Each day is worked out once. */
export function periodFinder(
  { first, last }: { first: number; last: number },
  length: PeriodLength,
): (day: number) => number {
  const known = Int32Array.from({ length: last - first + 1 }, (_, index) =>
    Math.floor(monthNumberOf(first + index) / length),
  );
  return (day) => known[day - first] ?? 0;
}
