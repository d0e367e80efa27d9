import {
  type GroupChart,
  type Groups,
  groupChart,
  outOf,
  rankedByRevenue,
} from "../../../charts/group-chart.ts";
import type { ChartSpec } from "../../../charts/spec.ts";
import type { Source } from "../../../report/source.ts";
import { chartWords } from "../../../report/words/charts.ts";
import { type Measure, measured } from "../../../report/words/general.ts";
import type { OverviewPart } from "../../narrowed.ts";
import { apartTitle, apartWords } from "../words/locations.ts";

/** A place with that part of all stands apart: beside it all others would look alike. */
const apartFrom = 0.5;

/** The locations of most customers. A customer counts in each location bought from. */
export function topLocationsByCustomers(
  source: Source<Pick<OverviewPart, "breakdowns" | "metrics">>,
): ChartSpec | null {
  return placesChart(source, source.report.breakdowns.location, {
    id: "top-locations-by-customers",
    title: chartWords.locationCustomers.title,
    labelHeading: chartWords.locationCustomers.labels,
    labelColumn: "location",
    measure: "customers",
    color: "quiet",
  });
}

/** The locations that brought most revenue. */
export function topLocationsByRevenue(source: Source): ChartSpec | null {
  return placesChart(source, rankedByRevenue(source, "location"), {
    id: "top-locations-by-revenue",
    title: chartWords.locationRevenue.title,
    labelHeading: chartWords.locationRevenue.labels,
    labelColumn: "location",
    measure: "revenue",
    color: "second",
  });
}

/** Places by their shares; one that has half of all is told in words, and the others are drawn. */
function placesChart<By extends Measure>(
  source: Source<Pick<OverviewPart, "metrics">>,
  all: Groups<By> | undefined,
  chart: Pick<GroupChart<By>, "id" | "title" | "labelHeading" | "labelColumn" | "measure"> & {
    color: "quiet" | "second";
  },
): ChartSpec | null {
  const shareOf = (group: Groups<By>["groups"][number]) => measured(group, chart.measure).share;
  const apart = all?.groups.find((group) => group.other !== true && shareOf(group) >= apartFrom);
  const others =
    all === undefined || apart === undefined || all.groups.length < 4
      ? all
      : { ...all, groups: all.groups.filter((group) => group !== apart) };
  const spec = groupChart(source, others, {
    ...chart,
    kind: "bars",
    isByShare: true,
    limit: 10,
    ...(others === all ? outOf(source, "locations") : {}),
  });
  if (spec === null || others === all || apart === undefined) return spec;
  const told = apartWords(apart.name, shareOf(apart), chart.measure, source.format);
  return { ...spec, title: apartTitle(chart.title), caption: `${told} ${spec.caption}`.trim() };
}
