import type { Month, Report } from "./report.ts";

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
