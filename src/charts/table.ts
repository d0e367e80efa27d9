import type { FigureSpec, FigureTable } from "./spec.ts";

/** The table under a chart: its data, or the summary of a scatter. */
export function tableOf(spec: FigureSpec): FigureTable {
  if (spec.kind === "scatter") return spec.table;
  const columns = spec.series.flatMap((series) => [
    { heading: series.name, cells: series.display },
    ...(series.notes ? [{ heading: series.notesName ?? `${series.name}, note`, cells: series.notes }] : []),
  ]);
  return {
    headings: [spec.labelHeading, ...columns.map(({ heading }) => heading)],
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
