import { groupChart } from "../../../charts/group-chart.ts";
import type { ChartSpec } from "../../../charts/spec.ts";
import type { Group } from "../../../report/report.ts";
import type { Source } from "../../../report/source.ts";
import { chartWords } from "../../../report/words/charts.ts";
import type { OverviewPart } from "../../narrowed.ts";

/** Purchases by category. */
export function purchasesByCategory(source: Source<Pick<OverviewPart, "breakdowns">>): ChartSpec | null {
  return groupChart(source, source.report.breakdowns.category, {
    id: "purchases-by-category",
    kind: "bars",
    title: chartWords.categoryPurchases.title,
    labelHeading: chartWords.categoryPurchases.labels,
    labelColumn: "category",
    measure: "purchases",
  });
}

/** Revenue by category. */
export function revenueByCategory(source: Source): ChartSpec | null {
  const { category } = source.report.breakdowns;
  const byRevenue = category && { ...category, groups: [...category.groups].sort(byRevenueOtherLast) };
  return groupChart(source, byRevenue, {
    id: "revenue-by-category",
    kind: "bars",
    title: chartWords.categoryRevenue.title,
    labelHeading: chartWords.categoryRevenue.labels,
    labelColumn: "category",
    measure: "revenue",
    color: "second",
  });
}

/** Purchases by season. */
export function purchasesBySeason(source: Source): ChartSpec | null {
  return groupChart(source, source.report.breakdowns.season, {
    id: "purchases-by-season",
    kind: "columns",
    title: chartWords.season.title,
    labelHeading: chartWords.season.labels,
    labelColumn: "season",
    measure: "purchases",
    color: "second",
  });
}

function byRevenueOtherLast(a: Group, b: Group): number {
  return Number(a.other ?? false) - Number(b.other ?? false) || (b.revenue ?? 0) - (a.revenue ?? 0);
}
