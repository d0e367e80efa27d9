import { averageHeading, intervalHeading } from "../report/words/intervals.ts";
import type { FigureSpec, FigureTable } from "./spec.ts";

/** The table under a chart: its data, or the summary of a scatter. */
export function tableOf(spec: FigureSpec): FigureTable {
  if (spec.kind === "scatter") return spec.table;
  const columns = spec.series.flatMap((series) => [
    { heading: series.name, column: series.column, cells: series.display },
    ...(series.notes
      ? [
          {
            heading: series.notesName ?? `${series.name}, note`,
            column: series.notesColumn ?? null,
            cells: series.notes,
          },
        ]
      : []),
    ...(series.intervals
      ? [{ heading: intervalHeading, column: "interval" as const, cells: series.intervals }]
      : []),
    ...(series.averages
      ? [{ heading: averageHeading, column: "average" as const, cells: series.averages }]
      : []),
  ]);
  return {
    headings: [spec.labelHeading, ...columns.map(({ heading }) => heading)],
    columns: [spec.labelColumn, ...columns.map(({ column }) => column)],
    rows: spec.labels.map((label, row) => [label, ...columns.map(({ cells }) => cells[row] ?? "")]),
  };
}

/** Numbers behind a column of a table; null where the table has none. */
export interface NumberColumn {
  /** The column's heading. */
  heading: string;
  values: (number | null)[];
}

/** The values of a chart as numbers, in the order of its table; none of a scatter, whose table is a summary. */
export function numbersOf(spec: FigureSpec): NumberColumn[] {
  return spec.kind === "scatter" ? [] : spec.series.map(({ name, values }) => ({ heading: name, values }));
}

/** What a drawing is made from: a spec without what stands in the table alone, which is in the page already. */
export function drawnPart(spec: FigureSpec): FigureSpec {
  if (spec.kind === "scatter") return { ...spec, table: { ...spec.table, columns: [] } };
  return {
    ...spec,
    labelColumn: null,
    series: spec.series.map(({ notesColumn: _, intervals: _intervals, averages: _averages, ...series }) => ({
      ...series,
      column: null,
    })),
  };
}
