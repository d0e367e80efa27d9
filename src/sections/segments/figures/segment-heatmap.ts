import { type HeatmapSpec, heatmap } from "../../../charts/heatmap.ts";
import type { PlacedFigure } from "../../../components/placed-figure.ts";
import type { Formatter } from "../../../report/format.ts";
import type { Source } from "../../../report/source.ts";
import { describeGrid, segmentAt } from "../segment-grid.ts";
import type { Segments } from "../segments.ts";
import { segmentColumns } from "../words/columns.ts";
import { gridCaption, gridWords } from "../words/segment-charts.ts";

/** Customers by recency and frequency score, with the segments that pairs of scores belong to, and their revenue. */
export function segmentHeatmap(
  { grid, gridRevenue, namesHeldBack }: Segments,
  { format, minimum }: { format: Formatter; minimum: number },
): HeatmapSpec {
  const { largest, someEmpty } = describeGrid(grid);
  const isNamed = namesHeldBack === null;
  const told = isNamed || largest === null ? largest : { ...largest, segment: null };
  return heatmap(
    { columns: [1, 2, 3, 4, 5].map((score) => `${gridWords.frequency} ${score}`), counts: grid },
    {
      id: "rfm-grid",
      title: isNamed ? gridWords.title : gridWords.titleAlone,
      caption: gridCaption(told, { someEmpty, minimum }, format),
      column: segmentColumns.frequencyScore,
      rows: grid.map((_, row) => `${gridWords.recency} ${5 - row}`),
      write: (count, row, column) => {
        const revenue = gridRevenue[row]?.[column] ?? null;
        return [
          count === null ? "–" : format.count(count),
          ...(isNamed ? [segmentAt(5 - row, column + 1)] : []),
          ...(revenue === null ? [] : [format.roundMoney(revenue)]),
        ].join(" ");
      },
    },
  );
}

/** The same on its page, where there are scores; the section draws it itself. */
export function placedGrid(
  { report: { segments, minimumGroup: minimum }, format }: Source,
  page: PlacedFigure["page"],
): PlacedFigure[] {
  if (segments === null) return [];
  const { id, title, caption, table, numbers } = segmentHeatmap(segments, { format, minimum });
  return [{ id, title, caption, page, table, numbers, drawing: { as: "own", section: "segments" } }];
}
