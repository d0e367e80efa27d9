import { type Block, type Brief, type Drawing, extent, placesOf } from "./drawing.ts";
import { labelsBelow, within } from "./labels.ts";
import type { TextMark } from "./text.ts";
import { markRadius } from "./theme.ts";

/** Vertical bars: labels below, values on top. Where values do not all fit, the highest alone is written. */
export function drawColumns({ spec, width, type, top, surface }: Brief): Drawing {
  const { measure } = surface;
  const pitch = width / Math.max(1, spec.labels.length * spec.series.length);
  const fits = (text: string, bold: boolean) => measure(text, bold) + 4 <= pitch;
  const withValues = spec.series.every((series) => series.display.every((text) => fits(text, true)));
  const withNotes =
    withValues &&
    spec.series.some((series) => series.notes !== undefined) &&
    spec.series.every((series) => series.notes?.every((text) => fits(text, false)) ?? true);
  const noteLine = withNotes ? type + 3 : 0;
  const peak = extent(spec).max;

  return {
    height: top + 210 + noteLine,
    padding: { top: top + type + 12 + noteLine, right: 0, bottom: type + 14, left: 0 },
    type: "bar",
    data: {
      labels: spec.labels,
      datasets: spec.series.map((series) => ({
        type: "bar",
        label: series.name,
        data: series.values,
        backgroundColor: surface.color(series.color),
        hoverBackgroundColor: surface.color(series.color),
        categoryPercentage: spec.series.length > 1 ? 0.8 : 0.7,
        barPercentage: spec.series.length > 1 ? 0.94 : 1,
        maxBarThickness: 72,
        borderRadius: markRadius,
        borderSkipped: false,
        inflateAmount: 0,
        clip: false,
      })),
    },
    options: {
      indexAxis: "x",
      scales: {
        x: { type: "category", display: false },
        y: { type: "linear", display: false, ...extent(spec) },
      },
      interaction: { mode: "index", axis: "x", intersect: false },
    },
    labelOf: (_dataset, index) => index,
    around(chart) {
      const places = spec.series.map((_, index) => placesOf(chart, index));
      const centres = spec.labels.map((_, column) => {
        const xs = places.flatMap((series) => series[column]?.x ?? []);
        return xs.reduce((sum, x) => sum + x, 0) / Math.max(1, xs.length);
      });
      const texts: TextMark[] = labelsBelow(spec.labels, centres, chart.height - 5, width, measure);
      let peakWritten = false;
      spec.series.forEach((series, index) => {
        places[index]?.forEach((place, column) => {
          const value = series.display[column] ?? "";
          if (!withValues && (peakWritten || series.values[column] !== peak)) return;
          peakWritten = true;
          const x = within(place.x, measure(value, true) / 2, width);
          const y = Math.min(place.y, place.base) - 6;
          texts.push({ text: value, x, y: y - noteLine, align: "center", tone: "ink", bold: true });
          const note = withNotes ? series.notes?.[column] : undefined;
          if (note) texts.push({ text: note, x: place.x, y, align: "center", tone: "muted", bold: false });
        });
      });
      const zero = places[0]?.[0]?.base ?? chart.chartArea.bottom;
      const baseline: Block = { x: 0, y: zero, width, height: 1, role: "line" };
      return { texts, blocks: [baseline] };
    },
  };
}
