/** Colours by meaning; the theme gives each a CSS variable. */
export type ChartColor = "accent" | "second" | "third" | "fourth" | "quiet";

/**
 * A chart as data: JSON-safe, nothing left to work out. Drawn by the same code when it is baked
 * into the page and when it comes alive.
 */
export interface ChartSpec {
  /** Unique on its page, kebab-case; the name of downloads later. */
  id: string;
  /** `bars`: horizontal, one a label. `columns`: vertical. `line`: over time. `share`: one bar split by label. */
  kind: "bars" | "columns" | "line" | "share";
  /** What it is. */
  title: string;
  /** What it shows, in one sentence. */
  caption: string;
  /** The heading of the labels in the table under the chart. */
  labelHeading: string;
  labels: string[];
  series: ChartSeries[];
}

export interface ChartSeries {
  name: string;
  /** One a label. */
  values: number[];
  /** The values as they are written, one a label. */
  display: string[];
  /** A lighter remark behind the value, such as a share; one a label. */
  notes?: string[];
  /** What the remarks are, as the heading of their column in the table. */
  notesName?: string;
  color: ChartColor;
}
