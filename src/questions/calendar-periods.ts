import { steady } from "../statistics/describe/steady.ts";
import { sum } from "../statistics/describe/sum.ts";
import type { CustomerOrders } from "./customer-orders.ts";
import { isoDay } from "./time.ts";

/** How long a period is, in months. */
export type PeriodLength = 1 | 3 | 6 | 12;

/** Shortest first; each period lies within one of every longer kind. */
export const periodLengths = [1, 3, 6, 12] as const satisfies readonly PeriodLength[];

/** The number of the period of a day, counted from year 0. Days of the data are looked up, not worked out again. */
export function periodFinder(
  { first, last }: Pick<CustomerOrders, "first" | "last">,
  length: PeriodLength,
): (day: number) => number {
  const known = Int32Array.from({ length: last - first + 1 }, (_, index) => {
    const iso = isoDay(first + index);
    return Math.floor((Number(iso.slice(0, 4)) * 12 + Number(iso.slice(5, 7)) - 1) / length);
  });
  return (day) => known[day - first] ?? 0;
}

/** `2023-05`, `2023-Q2`, `2023-H1` or `2023` of a period by its number. */
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

/** The sum without what the order of the orders leaves in its last digits. */
export function total(values: readonly number[] = []): number {
  return steady(sum(values));
}

/** So many empty lists. */
export function lists(length: number): number[][] {
  return Array.from({ length }, () => []);
}

/** So many zeros. */
export function zeros(length: number): number[] {
  return new Array<number>(length).fill(0);
}
