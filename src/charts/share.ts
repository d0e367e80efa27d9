import { softened } from "../report/words/names.ts";
import { type Block, type Brief, type Drawing, placesOf } from "./drawing.ts";
import { type TextMark, truncate } from "./text.ts";
import { markRadius, shareColors } from "./theme.ts";

const barHeight = 34;

/** One bar split by label. The parts are named beneath themselves, or in a list where they are too small for that. */
export function drawShare({ spec, width, type, top, surface }: Brief): Drawing {
  const { measure } = surface;
  const [series] = spec.series;
  const values = series?.values ?? [];
  const total = values.reduce((sum, value) => sum + value, 0) || 1;
  const roleOf = (index: number) => shareColors[index % shareColors.length] ?? "quiet";

  const parts = spec.labels.map((label, index) => {
    const value = series?.display[index] ?? "";
    const note = series?.notes?.[index];
    return { value, label, note: note ? `· ${note}` : "" };
  });
  const widthOf = (part: { value: string; label: string; note: string }) =>
    measure(part.value, true) + 5 + measure(part.label) + (part.note ? 5 + measure(part.note) : 0);
  const listed = parts.some((part, index) => widthOf(part) + 8 > ((values[index] ?? 0) / total) * width);
  const pitch = type + 9;
  const below = listed ? pitch * parts.length + 6 : type + 14;

  return {
    height: top + 4 + barHeight + below,
    padding: { top: top + 4, right: 0, bottom: below, left: 0 },
    type: "bar",
    data: {
      labels: [series?.name ?? ""],
      datasets: spec.labels.map((label, index) => ({
        type: "bar",
        label,
        // A span: Chart.js would round the corners of the last part alone.
        data: [[0, values[index] ?? 0]],
        backgroundColor: surface.color(roleOf(index)),
        hoverBackgroundColor: surface.color(roleOf(index)),
        barThickness: barHeight,
        borderRadius: markRadius,
        borderSkipped: false,
        // A hair less on every side leaves the gap between two parts; the smallest have none to give.
        inflateAmount: ((values[index] ?? 0) / total) * width > 4 ? -1 : 0,
        clip: false,
      })),
    },
    options: {
      indexAxis: "y",
      scales: {
        x: { type: "linear", display: false, stacked: true, min: 0, max: total },
        y: { type: "category", display: false, stacked: true },
      },
      interaction: { mode: "nearest", intersect: true },
    },
    labelOf: (dataset) => dataset,
    around(chart) {
      const texts: TextMark[] = [];
      const blocks: Block[] = [];
      const underBar = chart.chartArea.bottom + 5;
      parts.forEach((part, index) => {
        const y = underBar + type + (listed ? 4 + pitch * index : 1);
        let x = (placesOf(chart, index)[0]?.base ?? 0) + 2;
        if (listed) {
          blocks.push({ x: 0, y: y - type * 0.36 - 5, width: 10, height: 10, role: roleOf(index) });
          x = 18;
        }
        const write = (text: string, tone: TextMark["tone"], bold: boolean) => {
          if (!text) return;
          texts.push({ text, x, y, align: "left", tone, bold });
          x += measure(text, bold) + 5;
        };
        const noteRoom = part.note ? 5 + measure(part.note) : 0;
        write(part.value, "ink", true);
        write(truncate(softened(part.label), width - x - noteRoom, measure), "ink", false);
        write(part.note, "muted", false);
      });
      return { texts, blocks };
    },
  };
}
