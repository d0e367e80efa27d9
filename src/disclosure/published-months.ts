import type { Calendar } from "../questions/time.ts";
import { periodNameOf } from "../statistics/calendar/periods.ts";
import type { Gate } from "./gate.ts";

/** Months as they may be published. */
export interface PublishedMonths {
  /** Null where there are none with an order. */
  months: { month: string; revenue: number; orders: number; partial: boolean }[] | null;
  /** Those that are not in the list: `2023-05`. */
  monthsWithheld: string[];
}

/**
 * The months that are published, and those withheld for few buyers or so that none of these can be worked out from what
 * else is known of their season, quarter or year. A month without an order tells of nobody.
 */
export function publishedMonths(months: Calendar["months"], gate: Gate): PublishedMonths {
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
