import type { Chart, ChartConfiguration, Point } from "chart.js";
import type { Cloud } from "./cloud.ts";
import type { ChartSpec, FigureSpec } from "./spec.ts";
import type { Measure, TextMark } from "./text.ts";
import type { ChartSize, PaintRole } from "./theme.ts";

/** What a chart is drawn with: the colours of the moment, the width of texts, and a pen that writes them. */
export interface Surface {
  color(role: PaintRole): string;
  measure: Measure;
  write(context: CanvasRenderingContext2D, mark: TextMark): void;
  /** Takes clouds of points from the canvas, where there is a shorter way to draw them. */
  scatter?(cloud: Cloud): void;
}

/** What the drawing of one kind of chart starts from. */
export interface Brief<Spec extends FigureSpec = ChartSpec> {
  spec: Spec;
  size: ChartSize;
  width: number;
  /** Type size. */
  type: number;
  /** Room at the top that the names of several series take. */
  top: number;
  surface: Surface;
}

/** The types of Chart.js that we draw with. */
export type DrawnType = "bar" | "line" | "scatter";
export type DrawnData = number[] | [number, number][] | Point[];
export type DrawnConfiguration = ChartConfiguration<DrawnType, DrawnData, string>;
export type DrawnChart = Chart<DrawnType>;

/** A coloured or pale rectangle that is no mark: a baseline, a swatch. */
export interface Block {
  x: number;
  y: number;
  width: number;
  height: number;
  role: PaintRole;
}

/** One kind of chart, laid out: its height, its Chart.js parts, and what is written around the marks. */
export interface Drawing {
  height: number;
  padding: { top: number; right: number; bottom: number; left: number };
  type: DrawnType;
  data: DrawnConfiguration["data"];
  options: NonNullable<DrawnConfiguration["options"]>;
  /** Asked after the marks are drawn, when their places are known. */
  around(chart: DrawnChart): { texts: TextMark[]; blocks: Block[]; clouds?: Cloud[] };
  /** Which label of the spec a mark belongs to; of a scatter, which series. */
  labelOf(datasetIndex: number, dataIndex: number): number;
}

/** Where a mark stands; for bars `base` is the end at zero. */
export interface Place {
  x: number;
  y: number;
  base: number;
}

/** The place of every mark of a dataset. */
export function placesOf(chart: DrawnChart, datasetIndex: number): Place[] {
  return chart.getDatasetMeta(datasetIndex).data.map((element) => {
    const { x, y } = element.getProps(["x", "y"], true);
    const base: unknown = Reflect.get(element, "base");
    return { x, y, base: typeof base === "number" ? base : 0 };
  });
}

/** From zero, or from the lowest value below it, to the highest; never empty. */
export function extent(spec: ChartSpec): { min: number; max: number } {
  const values = spec.series.flatMap(({ values: own, starts = [] }) => [
    ...starts,
    ...own.map((value, index) => value + (starts[index] ?? 0)),
  ]);
  const min = values.reduce((low, value) => Math.min(low, value), 0);
  const max = values.reduce((high, value) => Math.max(high, value), 0);
  return { min, max: max === min ? min + 1 : max };
}

/** From the middle of a line of text down to its baseline. */
export function toBaseline(type: number): number {
  return type * 0.36;
}
