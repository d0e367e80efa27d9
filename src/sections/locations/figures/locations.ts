import { groupChart, outOf, rankedByRevenue } from "../../../charts/group-chart.ts";
import type { ChartSpec } from "../../../charts/spec.ts";
import type { Source } from "../../../report/source.ts";
import { chartWords } from "../../../report/words/charts.ts";
import type { OverviewPart } from "../../overview/overview-part.ts";

/** The locations of most customers. A customer counts in each location bought from. */
export function topLocationsByCustomers(
  source: Source<Pick<OverviewPart, "breakdowns" | "metrics">>,
): ChartSpec | null {
  return groupChart(source, source.report.breakdowns.location, {
    id: "top-locations-by-customers",
    kind: "bars",
    title: chartWords.locationCustomers.title,
    labelHeading: chartWords.locationCustomers.labels,
    measure: "customers",
    color: "quiet",
    limit: 10,
    ...outOf(source, "locations"),
  });
}

/** The locations that brought most revenue. */
export function topLocationsByRevenue(source: Source): ChartSpec | null {
  return groupChart(source, rankedByRevenue(source, "location"), {
    id: "top-locations-by-revenue",
    kind: "bars",
    title: chartWords.locationRevenue.title,
    labelHeading: chartWords.locationRevenue.labels,
    measure: "revenue",
    color: "second",
    limit: 10,
    ...outOf(source, "locations"),
  });
}
