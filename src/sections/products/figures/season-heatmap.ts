import { type HeatmapSpec, heatmap } from "../../../charts/heatmap.ts";
import type { Report } from "../../../report/report.ts";
import type { Source } from "../../../report/source.ts";
import { chartWords, hiddenCount, seasonCategoryCaption } from "../../../report/words/charts.ts";

/** Purchases by season and category; null where one of them is not known. */
export function seasonHeatmap({
  report: { seasonCategory, minimumGroup: minimum },
  format,
}: Source<Pick<Report, "seasonCategory" | "minimumGroup">>): HeatmapSpec | null {
  if (seasonCategory === null) return null;
  return heatmap(seasonCategory, {
    id: "season-category",
    title: chartWords.seasonCategory.title,
    caption: seasonCategoryCaption(seasonCategory, { format, minimum }),
    rows: seasonCategory.rows,
    write: (count) => (count === null ? hiddenCount : format.count(count)),
  });
}
