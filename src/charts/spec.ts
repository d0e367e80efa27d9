import type { Column } from "../report/columns.ts";

/** Colours by meaning; the theme gives each a CSS variable. */
export type ChartColor = "accent" | "second" | "third" | "fourth" | "quiet" | "alarm";

/**
 * A chart as data: JSON-safe, nothing left to work out. Drawn by the same code when it is baked
 * into the page and when it comes alive.
 */
export type FigureSpec = ChartSpec | ScatterSpec;

/** A chart of values by label. */
export interface ChartSpec {
  /** Unique in the report, kebab-case; the name of downloads. */
  id: string;
  /** The id of its definition, where it shares that with figures of its kind. */
  definedBy?: string;
  /** `bars`: horizontal, one a label. `columns`: vertical. `line`: over time. `share`: one bar split by label. */
  kind: "bars" | "columns" | "line" | "share";
  /** What it is. */
  title: string;
  /** What it shows, in one sentence. */
  caption: string;
  /** The heading of the labels in the table under the chart. */
  labelHeading: string;
  labelColumn: Column;
  labels: string[];
  series: ChartSeries[];
}

export interface ChartSeries {
  name: string;
  /** What its values are, under the name as a heading. */
  column: Column;
  /** One a label; a line may end before the labels do. */
  values: number[];
  /** The values as they are written, one each. */
  display: string[];
  /** A lighter remark behind the value, such as a share; one a label. */
  notes?: string[];
  /** What the remarks are, as the heading of their column in the table. */
  notesName?: string;
  notesColumn?: Column;
  /** How sure the values or their remarks are, as written; one a label, in the table alone. */
  intervals?: string[];
  /** What a label's purchases come to on average, as written; in the table alone. */
  averages?: string[];
  color: ChartColor;
  /** Of bars: a colour of its own for each label. */
  colors?: ChartColor[];
  /** Of bars: where each begins, in the unit of the values; at zero without it. */
  starts?: number[];
  /** Of a line: the indexes of points that stand for a part of a period; hollow, the line beside them dashed. */
  parts?: number[];
  /** Of a line: in front of the others. */
  bold?: true;
  /**
   * Of a line: the indexes of points that are drawn larger with their value written, in the place of the
   * highest, the lowest and the last.
   */
  marked?: number[];
  /** A word on each marked point, such as "chosen"; empty for none. */
  markedNames?: string[];
}

/** A chart of single points, up to 1,000 in all, in up to 10 series (five colours, two marks). */
export interface ScatterSpec {
  /** Unique in the report, kebab-case; the name of downloads. */
  id: string;
  /** The id of its definition, where it shares that with figures of its kind. */
  definedBy?: string;
  kind: "scatter";
  /** What it is. */
  title: string;
  /** What it shows, in one sentence. */
  caption: string;
  x: Axis;
  y: Axis;
  series: ScatterSeries[];
  /** Stands under the chart: a summary with one row a series, in their order; single points are no table. */
  table: FigureTable;
}

/** One axis of a scatter. It reaches as far as the points and the ticks do. */
export interface Axis {
  /** What is measured, in the unit of the ticks. */
  name: string;
  /** `log` for a skewed measure: every value and tick is above 0. */
  scale: "linear" | "log";
  /** Lines across the chart and what stands at them; every second, third, … where they would collide. */
  ticks: { at: number; label: string }[];
  /** How a tooltip writes a point's value. */
  format: AxisFormat;
}

export interface AxisFormat {
  /** BCP 47. */
  locale: string;
  /** ISO 4217; null for plain numbers. */
  currency: string | null;
  /** Decimals. */
  digits: number;
}

interface ScatterSeries {
  name: string;
  color: ChartColor;
  mark: MarkShape;
  /** Where each point stands on the x axis, in its unit. */
  x: number[];
  /** The same on the y axis, one an `x`. */
  y: number[];
}

export type MarkShape = "dot" | "square";

/** A table as it is written; the first column holds the headings of the rows. */
export interface FigureTable {
  headings: string[];
  /** What stands below each heading. */
  columns: Column[];
  rows: string[][];
}
