import { softened } from "../report/words/names.ts";
import {
  type Block,
  type Brief,
  type Drawing,
  type DrawnChart,
  extent,
  placesOf,
  type Surface,
  toBaseline,
} from "./drawing.ts";
import type { ChartSeries } from "./spec.ts";
import { inTwoLines, type TextMark, truncate } from "./text.ts";
import { markRadius } from "./theme.ts";

const gap = 8;

/** From where to where each bar reaches. */
function spansOf({ values, starts }: ChartSeries): number[] | [number, number][] {
  return starts === undefined
    ? values
    : values.map((value, index): [number, number] => [starts[index] ?? 0, (starts[index] ?? 0) + value]);
}

function colorsOf({ color, colors }: ChartSeries, surface: Surface): string | string[] {
  return colors === undefined ? surface.color(color) : colors.map((each) => surface.color(each));
}

/** Bars on both sides of zero start from a line. */
function zeroLine(chart: DrawnChart, min: number): Block[] {
  const scale = chart.scales["x"];
  if (min >= 0 || scale === undefined) return [];
  const { top, bottom } = chart.chartArea;
  return [{ x: scale.getPixelForValue(0), y: top, width: 1, height: bottom - top, role: "line" }];
}

/** Horizontal bars: labels at their left, or above them where a narrow drawing has long labels. */
export function drawBars({ spec, size, width, type, top, surface }: Brief): Drawing {
  const { measure } = surface;
  const labels = spec.labels.map(softened);
  const longest = Math.max(0, ...labels.map((label) => measure(label)));
  const above = size === "narrow" && longest > width * 0.32;
  const labelRoom = above ? width : Math.min(longest, width * 0.36);
  const left = above ? 0 : labelRoom + gap + 2;
  const names = inTwoLines(labels, labelRoom, measure);
  const second = names.some(({ length }) => length > 1) ? type + 2 : 0;

  // Notes are the first to go where value and note would leave the bars no room.
  const valueRoom = Math.max(
    0,
    ...spec.series.flatMap((series) => series.display.map((text) => measure(text, true))),
  );
  const noteRoom = Math.max(
    0,
    ...spec.series.flatMap((series) => (series.notes ?? []).map((text) => measure(text))),
  );
  const withNotes = noteRoom > 0 && width - left - valueRoom - noteRoom - 2 * gap >= width * 0.25;
  // A value that is too long is cut; what stands behind it would be cut off.
  const right = withNotes
    ? valueRoom + gap / 2 + noteRoom + gap + 2
    : Math.min(valueRoom + gap + 2, width * 0.5);

  const few = spec.labels.length <= 5;
  const thickness = spec.series.length > 1 ? type + 2 : above ? 14 : few ? 20 : 17;
  const bars = (thickness + 1) * spec.series.length - 1;
  const pitch = above ? bars + type + second + 14 : Math.max(bars + 10, type + second + 8);
  const head = above ? type + second - 4 : 0;

  return {
    height: top + head + pitch * spec.labels.length + 4,
    padding: { top: top + head, right, bottom: 4, left },
    type: "bar",
    data: {
      labels: spec.labels,
      datasets: spec.series.map((series) => ({
        type: "bar",
        label: series.name,
        data: spansOf(series),
        backgroundColor: colorsOf(series, surface),
        hoverBackgroundColor: colorsOf(series, surface),
        barThickness: thickness,
        borderRadius: markRadius,
        borderSkipped: false,
        inflateAmount: 0,
        clip: false,
      })),
    },
    options: {
      indexAxis: "y",
      scales: {
        x: { type: "linear", display: false, ...extent(spec) },
        y: { type: "category", display: false },
      },
      interaction: { mode: "index", axis: "y", intersect: false },
    },
    labelOf: (_dataset, index) => index,
    around(chart) {
      const texts: TextMark[] = [];
      const middle = toBaseline(type);
      const places = spec.series.map((_, index) => placesOf(chart, index));
      names.forEach((lines, row) => {
        const ys = places.flatMap((series) => series[row]?.y ?? []);
        if (ys.length === 0) return;
        const first = Math.min(...ys);
        const y = above ? first - thickness / 2 - 6 : (first + Math.max(...ys)) / 2 + middle;
        lines.forEach((text, line) => {
          // Above a bar the last line stands next to it; beside it they stand around its middle.
          const up = (lines.length - 1 - line) * (type + 2);
          texts.push({
            text,
            x: above ? 0 : labelRoom,
            y: y - up + (above ? 0 : ((lines.length - 1) * (type + 2)) / 2),
            align: above ? "left" : "right",
            tone: "ink",
            bold: false,
          });
        });
      });
      spec.series.forEach((series, index) => {
        places[index]?.forEach((place, row) => {
          const value = truncate(series.display[row] ?? "", right - gap, measure, true);
          const x = Math.max(place.x, place.base) + gap;
          const y = place.y + middle;
          texts.push({ text: value, x, y, align: "left", tone: "ink", bold: true });
          const note = withNotes ? series.notes?.[row] : undefined;
          if (!note) return;
          texts.push({
            text: note,
            x: x + measure(value, true) + 5,
            y,
            align: "left",
            tone: "muted",
            bold: false,
          });
        });
      });
      return { texts, blocks: zeroLine(chart, extent(spec).min) };
    },
  };
}
