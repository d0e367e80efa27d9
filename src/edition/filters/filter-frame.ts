import type { Report } from "../../report/report.ts";
import type { FilterTables } from "../../sections/overview/filters/filter-tables.ts";
import { overviewHeadlines } from "../../sections/overview/overview.ts";

/** What is the same for every choice. */
export function filterFrame(
  report: Omit<Report, "filters">,
): Pick<FilterTables, "schemaVersion" | "common" | "spend" | "rating"> {
  const { locale, currency, shape, minimumGroup, spend, rating, sales } = report;
  const change = sales?.change ?? null;
  const edges = ({ from, to }: { from: number; to: number | null }) => ({ from, to });
  return {
    schemaVersion: 2,
    common: {
      locale,
      currency,
      shape,
      minimumGroup,
      change:
        change === null ? null : { kind: change.kind, current: change.current, previous: change.previous },
      headlines: overviewHeadlines(report).flatMap(({ metric }) =>
        report.definitions
          .filter(({ id }) => id === metric)
          .map(({ id, name, words, unit }) => ({ id, name, words, unit })),
      ),
    },
    spend: { of: spend.of, bins: spend.histogram.bins.map(edges) },
    rating: rating === null ? null : { bins: rating.histogram.bins.map(edges) },
  };
}
