import type { Month, Report } from "./report.ts";

/** The months that are published, and those withheld for fewer than `minimum` orders. A month without an order tells of nobody. */
export function publishedMonths(
  months: readonly Month[],
  minimum: number,
): Pick<Report, "months" | "monthsWithheld"> {
  const few = ({ orders }: Month) => orders > 0 && orders < minimum;
  const kept = months.filter((month) => !few(month));
  return {
    months: kept.some(({ orders }) => orders > 0) ? kept : null,
    monthsWithheld: months.filter(few).map(({ month }) => month),
  };
}

/** Whether a month is withheld between two that are published, so that a line over them had a hole. */
export function hasGap({
  months,
  monthsWithheld,
}: Pick<Report, "monthsWithheld"> & { months: readonly Pick<Month, "month">[] | null }): boolean {
  const first = months?.[0]?.month;
  const last = months?.at(-1)?.month;
  if (first === undefined || last === undefined) return false;
  return monthsWithheld.some((month) => month > first && month < last);
}
