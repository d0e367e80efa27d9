import type { CrossTable } from "../report/report.ts";
import { chartWords, hiddenCount, seasonCategoryCaption } from "../report/words/charts.ts";
import { describeGrid, segmentAt } from "../sections/segments/segment-grid.ts";
import type { Segments } from "../sections/segments/segments.ts";
import { gridCaption, gridWords } from "../sections/segments/words/segment-charts.ts";
import type { Source } from "./group-chart.ts";
import type { FigureTable } from "./spec.ts";
import type { NumberColumn } from "./table.ts";

/** A table whose shades are the drawing. */
export interface HeatmapSpec {
  /** Unique in the report, kebab-case; the name of downloads. */
  id: string;
  title: string;
  caption: string;
  /** The counts as they are written, under headings of their own. */
  table: FigureTable;
  numbers: NumberColumn[];
}

type Count = number | null;

/** Purchases by season and category. */
export function seasonHeatmap(
  { rows, columns, counts }: CrossTable,
  { format, minimum }: { format: Source["format"]; minimum: number },
): HeatmapSpec {
  const write = (count: Count) => (count === null ? hiddenCount : format.count(count));
  return {
    id: "season-category",
    title: chartWords.seasonCategory.title,
    caption: seasonCategoryCaption({ rows, columns, counts }, { format, minimum }),
    table: {
      headings: ["", ...columns],
      rows: rows.map((row, index) => [row, ...(counts[index] ?? []).map(write)]),
    },
    numbers: numbersOf(columns, counts),
  };
}

/** Customers by recency and frequency score, with the segments that pairs of scores belong to. */
export function segmentHeatmap(
  { grid }: Segments,
  { format, minimum }: { format: Source["format"]; minimum: number },
): HeatmapSpec {
  const scores = [1, 2, 3, 4, 5];
  const { largest, someEmpty } = describeGrid(grid);
  const write = (count: Count, recency: number, frequency: number) =>
    `${count === null ? "–" : format.count(count)} ${segmentAt(recency, frequency)}`;
  const columns = scores.map((score) => `${gridWords.frequency} ${score}`);
  return {
    id: "rfm-grid",
    title: gridWords.title,
    caption: gridCaption(largest, { someEmpty, minimum }, format),
    table: {
      headings: ["", ...columns],
      rows: grid.map((row, index) => [
        `${gridWords.recency} ${5 - index}`,
        ...row.map((count, column) => write(count, 5 - index, column + 1)),
      ]),
    },
    numbers: numbersOf(columns, grid),
  };
}

function numbersOf(columns: readonly string[], counts: readonly (readonly Count[])[]): NumberColumn[] {
  return columns.map((heading, column) => ({ heading, values: counts.map((row) => row[column] ?? null) }));
}
