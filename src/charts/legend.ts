import { type Cloud, markWidth } from "./cloud.ts";
import { type Block, toBaseline } from "./drawing.ts";
import type { FigureSpec } from "./spec.ts";
import { type Measure, type TextMark, truncate } from "./text.ts";

const swatch = 10;

/**
 * The names of several series behind swatches of their colours or their marks, in as many rows as they need; nothing
 * for one.
 */
export function layLegend(
  spec: FigureSpec,
  width: number,
  type: number,
  measure: Measure,
): { height: number; texts: TextMark[]; blocks: Block[]; clouds: Cloud[] } {
  const texts: TextMark[] = [];
  const blocks: Block[] = [];
  const clouds: Cloud[] = [];
  if (spec.series.length < 2 || spec.kind === "share") return { height: 0, texts, blocks, clouds };
  let x = 0;
  let y = type;
  for (const series of spec.series) {
    const text = truncate(series.name, width - swatch - 6, measure);
    const room = swatch + 6 + measure(text);
    if (x + room > width) {
      x = 0;
      y += type + 8;
    }
    const middle = y - toBaseline(type);
    if ("mark" in series) {
      const { mark, color: role } = series;
      const places = [{ x: x + swatch / 2, y: middle }];
      clouds.push({ mark, role, size: markWidth(mark, swatch), opacity: 1, places });
    } else {
      blocks.push({ x, y: middle - swatch / 2, width: swatch, height: swatch, role: series.color });
    }
    texts.push({ text, x: x + swatch + 6, y, align: "left", tone: "ink", bold: false });
    x += room + 18;
  }
  return { height: y + 8, texts, blocks, clouds };
}
