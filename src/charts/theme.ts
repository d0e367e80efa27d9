import type { ChartColor } from "./spec.ts";

/** A colour of a chart by its role: a mark's meaning, or what is written and drawn around it. */
export type PaintRole = ChartColor | "ink" | "muted" | "line" | "card";

/** The CSS variable behind each role; the pages define them for light, dark and every accent. */
export const paintVariables: Record<PaintRole, `--${string}`> = {
  accent: "--chart-accent",
  second: "--chart-second",
  third: "--chart-third",
  fourth: "--chart-fourth",
  quiet: "--chart-quiet",
  alarm: "--chart-alarm",
  ink: "--ink",
  muted: "--muted",
  line: "--line",
  card: "--card",
};

/** The colours that the parts of one bar take, in order. */
export const shareColors: readonly ChartColor[] = ["accent", "second", "third", "fourth", "quiet"];

export const fontFamily = "'Inter Variable', system-ui, sans-serif";

/** Which drawing: broad for a figure that has a row to itself, wide for one of two beside each other, narrow for a phone. */
export type ChartSize = "broad" | "wide" | "narrow";

/**
 * Widths and type sizes in units of the drawing. The drawing is scaled to its frame: narrow in frames
 * below `narrowBelow` CSS pixels, broad from `broadFrom` on where a figure has it, else wide (`styles/charts.css`
 * repeats the numbers), so that type never falls under 12 CSS pixels, nor grows larger than the page's.
 */
export const sizes: Record<ChartSize, { width: number; type: number }> = {
  broad: { width: 680, type: 14 },
  wide: { width: 520, type: 14 },
  narrow: { width: 340, type: 15 },
};

export const narrowBelow = 446;
export const broadFrom = 600;

/** Weight of the values; the rest is regular. */
export const boldWeight = 600;

/** Corner radius of bars, and radius of a line's points. */
export const markRadius = 3;

/** Radius of a line's points that the spec marks. */
export const markedRadius = 5;
