import type { Source } from "../charts/group-chart.ts";
import { type HeatmapSpec, seasonHeatmap, segmentHeatmap } from "../charts/heatmap.ts";
import type { FigureSpec, FigureTable } from "../charts/spec.ts";
import { type NumberColumn, numbersOf, tableOf } from "../charts/table.ts";
import { pageNames } from "../report/words/sections.ts";
import { pairNetwork, rulesScatter } from "../sections/affinity/figures/affinity.ts";
import type { NetworkSpec } from "../sections/affinity/figures/network.ts";
import { personaShares, rfmSegments } from "../sections/segments/figures/segment-shares.ts";
import { customerCloud, elbow, silhouettes } from "../sections/segments/figures/segments.ts";
import { chartPages, overviewSections, type Section } from "../sections/overview/figure-groups.ts";

/** A figure of the report, with the page it stands on. */
export interface PlacedFigure {
  /** Unique in the report; two pages that show the same figure give it the same id. */
  id: string;
  title: string;
  caption: string;
  page: { name: string; path: string };
  table: FigureTable;
  /** The numbers behind the columns of the table, as far as they are more than words. */
  numbers: NumberColumn[];
  shown:
    | { as: "chart"; spec: FigureSpec }
    | { as: "network"; spec: NetworkSpec }
    | { as: "seasonHeatmap" }
    | { as: "segmentHeatmap" };
}

/**
 * Every figure of the report once, for what is made of each: its CSV, its page to be embedded. One that stands
 * on several pages is placed on its own page rather than on the Overview.
 */
export function placedFigures(source: Source): PlacedFigure[] {
  const all = [...ofChartPages(source), ...ofSegments(source), ...ofAffinity(source), ...ofOverview(source)];
  return all.filter(({ id }, index) => all.findIndex((figure) => figure.id === id) === index);
}

function ofChartPages(source: Source): PlacedFigure[] {
  return chartPages(source).flatMap(({ name, slug, sections }) =>
    ofSections(source, sections, { name, path: `${slug}/` }),
  );
}

function ofOverview(source: Source): PlacedFigure[] {
  return ofSections(source, overviewSections(source), { name: pageNames.overview, path: "" });
}

function ofSections(
  { report, format }: Source,
  sections: Section[],
  page: PlacedFigure["page"],
): PlacedFigure[] {
  return sections.flatMap(({ figures, heatmap }) => [
    ...figures.map((spec) => chart(spec, page)),
    ...(heatmap === undefined
      ? []
      : [
          heatmapFigure(
            seasonHeatmap(heatmap, { format, minimum: report.minimumGroup }),
            page,
            "seasonHeatmap",
          ),
        ]),
  ]);
}

function ofSegments(source: Source): PlacedFigure[] {
  const { segments, minimumGroup } = source.report;
  if (segments === null) return [];
  const page = { name: pageNames.segments, path: "segments/" };
  const grid = segmentHeatmap(segments, { format: source.format, minimum: minimumGroup });
  return [
    ...[personaShares, customerCloud, elbow, silhouettes].flatMap((draw) => charts(draw(source), page)),
    heatmapFigure(grid, page, "segmentHeatmap"),
    ...charts(rfmSegments(source), page),
  ];
}

function ofAffinity(source: Source): PlacedFigure[] {
  const { affinity } = source.report;
  if (affinity === null) return [];
  const page = { name: pageNames.affinity, path: "affinity/" };
  const network = pairNetwork(source);
  return [
    ...(network === null ? [] : [networkFigure(network, page)]),
    ...affinity.kinds.flatMap((kind) => charts(rulesScatter(source, kind), page)),
  ];
}

function charts(spec: FigureSpec | null, page: PlacedFigure["page"]): PlacedFigure[] {
  return spec === null ? [] : [chart(spec, page)];
}

function chart(spec: FigureSpec, page: PlacedFigure["page"]): PlacedFigure {
  const { id, title, caption } = spec;
  const shown = { as: "chart", spec } as const;
  return { id, title, caption, page, table: tableOf(spec), numbers: numbersOf(spec), shown };
}

function networkFigure(spec: NetworkSpec, page: PlacedFigure["page"]): PlacedFigure {
  const { id, title, caption, table } = spec;
  return { id, title, caption, page, table, numbers: [], shown: { as: "network", spec } };
}

function heatmapFigure(
  { id, title, caption, table, numbers }: HeatmapSpec,
  page: PlacedFigure["page"],
  as: "seasonHeatmap" | "segmentHeatmap",
): PlacedFigure {
  return { id, title, caption, page, table, numbers, shown: { as } };
}
