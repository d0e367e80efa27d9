import type { Gate } from "../../disclosure/gate.ts";
import type { Calendar } from "../../questions/time.ts";
import type { Month, Report } from "../../report/report.ts";
import { periodNameOf } from "../../statistics/calendar/periods.ts";

/**
 * The months that are published, and those withheld for few buyers or so that none of these can be worked out from what
 * else is known of their season, quarter or year. A month without an order tells of nobody.
 */
export function publishedMonths(
  months: Calendar["months"],
  gate: Gate,
): Pick<Report, "months" | "monthsWithheld"> {
  const withheld = gate.withheldPeriods(
    months.map(({ month, buyers, season }) => {
      const [year, quarter] = [month.slice(0, 4), periodNameOf(month, 3)];
      return {
        name: month,
        buyers,
        listed: true,
        within: [
          year,
          quarter,
          ...(season === null ? [] : [`season ${season}`, `${year} ${season}`, `${quarter} ${season}`]),
        ],
      };
    }),
  );
  const kept = months
    .filter(({ month }) => !withheld.has(month))
    .map(({ month, revenue, orders, partial }) => ({ month, revenue, orders, partial }));
  return {
    months: kept.some(({ orders }) => orders > 0) ? kept : null,
    monthsWithheld: [...withheld].sort(),
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
