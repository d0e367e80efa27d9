import { groupChart, outOf, rankedByRevenue } from "../../../charts/group-chart.ts";
import type { ChartSpec } from "../../../charts/spec.ts";
import type { Source } from "../../../report/source.ts";
import { chartWords } from "../../../report/words/charts.ts";
import type { OverviewPart } from "../../narrowed.ts";

/** The products that were purchased most often. */
export function topProductsByPurchases(
  source: Source<Pick<OverviewPart, "breakdowns" | "metrics">>,
): ChartSpec | null {
  return groupChart(source, source.report.breakdowns.product, {
    id: "top-products-by-purchases",
    kind: "bars",
    title: chartWords.productPurchases.title,
    labelHeading: chartWords.productPurchases.labels,
    labelColumn: "product",
    measure: "purchases",
    limit: 10,
    ...outOf(source, "products"),
  });
}

/** The products that brought most revenue. */
export function topProductsByRevenue(source: Source): ChartSpec | null {
  return groupChart(source, rankedByRevenue(source, "product"), {
    id: "top-products-by-revenue",
    kind: "bars",
    title: chartWords.productRevenue.title,
    labelHeading: chartWords.productRevenue.labels,
    labelColumn: "product",
    measure: "revenue",
    color: "second",
    limit: 10,
    ...outOf(source, "products"),
  });
}

/** Colours and sizes of what was purchased. */
export function variants(source: Source): (ChartSpec | null)[] {
  const { breakdowns } = source.report;
  return [
    groupChart(source, breakdowns.color, {
      id: "colors",
      kind: "bars",
      title: chartWords.colors.title,
      labelHeading: chartWords.colors.labels,
      labelColumn: "color",
      measure: "purchases",
      color: "quiet",
      limit: 10,
    }),
    groupChart(source, breakdowns.size, {
      id: "sizes",
      kind: "columns",
      title: chartWords.sizes.title,
      labelHeading: chartWords.sizes.labels,
      labelColumn: "size",
      measure: "purchases",
      color: "quiet",
    }),
  ];
}
