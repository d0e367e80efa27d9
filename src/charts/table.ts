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
