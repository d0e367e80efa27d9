import type { Column } from "../report/columns.ts";
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
  /** The counts row by row; null where there is none to be shown. */
  counts: readonly (readonly (number | null)[])[];
  numbers: NumberColumn[];
}

/**
 * A heatmap of counts; `write` gives the text of a cell by its count, row and column, `column` what stands below all
 * headings, where these are no values of the data.
 */
export function heatmap(
  { columns, counts }: { columns: readonly string[]; counts: HeatmapSpec["counts"] },
  {
    rows,
    write,
    column: means = null,
    ...words
  }: Pick<HeatmapSpec, "id" | "title" | "caption"> & {
    rows: readonly string[];
    write: (count: number | null, row: number, column: number) => string;
    column?: Column;
  },
): HeatmapSpec {
  return {
    ...words,
    table: {
      headings: ["", ...columns],
      columns: [null, ...columns.map(() => means)],
      rows: rows.map((name, row) => [
        name,
        ...(counts[row] ?? []).map((count, column) => write(count, row, column)),
      ]),
    },
    counts,
    numbers: columns.map((heading, column) => ({
      heading,
      values: counts.map((row) => row[column] ?? null),
    })),
  };
}
