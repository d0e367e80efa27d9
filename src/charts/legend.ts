import type { Block } from "./drawing.ts";
import type { ChartSpec } from "./spec.ts";
import { type Measure, type TextMark, truncate } from "./text.ts";

const swatch = 10;

/** The names of several series behind swatches of their colours, in as many rows as they need; nothing for one. */
export function layLegend(
  spec: ChartSpec,
  width: number,
  type: number,
  measure: Measure,
): { height: number; texts: TextMark[]; blocks: Block[] } {
  const texts: TextMark[] = [];
  const blocks: Block[] = [];
  if (spec.series.length < 2 || spec.kind === "share") return { height: 0, texts, blocks };
  let x = 0;
  let y = type;
  for (const series of spec.series) {
    const text = truncate(series.name, width - swatch - 6, measure);
    const room = swatch + 6 + measure(text);
    if (x > 0 && x + room > width) {
      x = 0;
      y += type + 8;
    }
    blocks.push({ x, y: y - type * 0.36 - swatch / 2, width: swatch, height: swatch, role: series.color });
    texts.push({ text, x: x + swatch + 6, y, align: "left", tone: "ink", bold: false });
    x += room + 18;
  }
  return { height: y + 8, texts, blocks };
}
