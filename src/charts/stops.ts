import type { ChartSeries, FigureSpec } from "./spec.ts";

/** How many stops the arrow keys make: the labels; of a scatter, the series. */
export function countStops(spec: FigureSpec): number {
  return spec.kind === "scatter" ? spec.series.length : spec.labels.length;
}

/** The marks that stand out at a stop, as Chart.js counts them. */
export function marksAt(spec: FigureSpec, stop: number): { datasetIndex: number; index: number }[] {
  if (spec.kind === "share") return [{ datasetIndex: stop, index: 0 }];
  if (spec.kind !== "scatter")
    return spec.series.flatMap(({ values }, datasetIndex) =>
      stop < values.length ? [{ datasetIndex, index: stop }] : [],
    );
  return (spec.series[stop]?.x ?? []).map((_, index) => ({ datasetIndex: stop, index }));
}

/** What is to be read at a stop, as a sentence: the label's values; of a scatter, the series' row of the table. */
export function wordsAt(spec: FigureSpec, stop: number): string {
  if (spec.kind === "scatter") {
    const [heading = spec.series[stop]?.name ?? "", ...cells] = spec.table.rows[stop] ?? [];
    const values = cells.map((cell, column) => `${spec.table.headings[column + 1] ?? ""} ${cell}`.trim());
    return [heading, values.join("; ")].filter((part) => part !== "").join(": ");
  }
  const values = spec.series.flatMap((series) => {
    const written = series.display[stop];
    if (written === undefined) return [];
    const name = spec.series.length > 1 ? `${series.name} ` : "";
    return [name + [written, ...remarksOn(series, stop)].join(", ")];
  });
  return `${spec.labels[stop] ?? ""}: ${values.join("; ")}`;
}

/** What is said of a value beside itself: its note, and the word on a marked point. */
export function remarksOn(series: ChartSeries, index: number): string[] {
  const word = series.markedNames?.[series.marked?.indexOf(index) ?? -1];
  return [series.notes?.[index], word].flatMap((remark) => remark || []);
}
