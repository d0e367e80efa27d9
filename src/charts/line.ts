import { type Block, type Brief, type Drawing, extent, type Place, placesOf, toBaseline } from "./drawing.ts";
import { labelsBelow, within } from "./labels.ts";
import { type MarkedPoint, writeMarked } from "./marked.ts";
import type { ChartSeries } from "./spec.ts";
import type { TextMark } from "./text.ts";
import { markedRadius, markRadius } from "./theme.ts";

/**
 * Lines over time from a baseline at zero. The last value of each line is written at its end; a single
 * line has its highest and lowest written as well. A series that marks points has those written instead.
 * The other values are in tooltips and the table.
 */
export function drawLine({ spec, size, width, type, top, surface }: Brief): Drawing {
  const { measure } = surface;
  const lasts = spec.series.filter(({ marked }) => marked === undefined);
  const right = Math.max(0, ...lasts.map((series) => measure(series.display.at(-1) ?? "", true))) + 10;

  return {
    height: top + (size === "broad" ? 260 : 220),
    padding: { top: top + type + 12, right, bottom: type + 18, left: 6 },
    type: "line",
    data: {
      labels: spec.labels,
      datasets: spec.series.map((series) => {
        const marked = new Set(markedIndexes(series, spec.series.length === 1));
        const parts = new Set(series.parts);
        const radius = series.marked ? markedRadius : markRadius;
        const color = surface.color(series.color);
        const isDrawn = (index: number) => marked.has(index) || parts.has(index);
        return {
          type: "line",
          label: series.name,
          data: series.values,
          borderColor: color,
          backgroundColor: color,
          borderWidth: series.bold === true ? 3 : 2,
          order: series.bold === true ? 0 : 1,
          borderJoinStyle: "round",
          segment: {
            borderDash: ({ p0DataIndex, p1DataIndex }) =>
              parts.has(p0DataIndex) || parts.has(p1DataIndex) ? [6, 5] : undefined,
          },
          pointRadius: series.values.map((_, index) => (isDrawn(index) ? radius : 0)),
          pointHoverRadius: series.values.map((_, index) => (isDrawn(index) ? radius : markRadius) + 2),
          pointBackgroundColor: series.values.map((_, index) =>
            parts.has(index) ? surface.color("card") : color,
          ),
          pointBorderWidth: series.values.map((_, index) => (parts.has(index) ? 2 : 0)),
          clip: false,
        };
      }),
    },
    options: {
      scales: {
        x: { type: "category", display: false, offset: spec.labels.length === 1 },
        y: { type: "linear", display: false, ...extent(spec) },
      },
      interaction: { mode: "index", axis: "x", intersect: false },
    },
    labelOf: (_dataset, index) => index,
    around(chart) {
      const places = spec.series.map((_, index) => placesOf(chart, index));
      // The longest line reaches every label.
      const xs = places.reduce((most, own) => (own.length > most.length ? own : most), []).map(({ x }) => x);
      const texts: TextMark[] = labelsBelow(spec.labels, xs, chart.height - 5, width, measure);
      texts.push(...lastValues(spec.series, places, type));
      const [only] = spec.series;
      if (only && spec.series.length === 1 && only.marked === undefined) {
        for (const index of markedIndexes(only, true).slice(1)) {
          const place = places[0]?.[index];
          const text = only.display[index] ?? "";
          const half = measure(text, true) / 2;
          if (!place) continue;
          const x = within(place.x, half, width);
          // Too near the end, and it would run into the last value.
          const end = xs.at(-1) ?? width;
          const highest = only.values[index] === Math.max(...only.values);
          if (!highest && x + half > end) continue;
          const room = chart.chartArea.bottom - place.y > type + 8;
          const y = highest || !room ? place.y - 9 : place.y + type + 5;
          texts.push({
            text,
            x: highest ? Math.min(x, Math.max(half, end - half + 4)) : x,
            y,
            align: "center",
            tone: "ink",
            bold: true,
            // Above a low point between near neighbours it lies on the line.
            ...(highest || room ? {} : { rim: true }),
          });
        }
      }
      const points = spec.series.flatMap((series, index) => markedPoints(series, places[index] ?? []));
      const { bottom } = chart.chartArea;
      const room = { left: 0, right: width, top, bottom: bottom - 2 };
      texts.push(...writeMarked(points, { room, lines: places, texts, type, measure }));
      const scale = chart.scales["y"];
      const zero = scale ? scale.getPixelForValue(0) : chart.chartArea.bottom;
      const baseline: Block = { x: 0, y: zero, width: width - right + 6, height: 1, role: "line" };
      return { texts, blocks: [baseline] };
    },
  };
}

/** The points that the series marks, with what is to be written at them. */
function markedPoints(
  { display, marked = [], markedNames = [] }: ChartSeries,
  places: Place[],
): MarkedPoint[] {
  return marked.flatMap((index, order) => {
    const place = places[index];
    return place
      ? [{ x: place.x, y: place.y, value: display[index] ?? "", name: markedNames[order] ?? "" }]
      : [];
  });
}

/** What the series marks, or the last point, and for a single line its highest and lowest. */
function markedIndexes(series: ChartSeries, single: boolean): number[] {
  if (series.marked) return series.marked;
  const last = series.values.length - 1;
  if (!single) return [last];
  const highest = series.values.indexOf(Math.max(...series.values));
  const lowest = series.values.indexOf(Math.min(...series.values));
  return [...new Set([last, highest, lowest])];
}

/** The last values, at the right of their points, moved apart where lines end close to each other. */
function lastValues(series: ChartSeries[], places: Place[][], type: number): TextMark[] {
  const ends = series
    .flatMap((one, index) => {
      const place = one.marked ? undefined : places[index]?.at(-1);
      return place ? [{ text: one.display.at(-1) ?? "", x: place.x + 8, y: place.y }] : [];
    })
    .sort((a, b) => b.y - a.y);
  let ceiling = Number.POSITIVE_INFINITY;
  return ends.map((end) => {
    const y = Math.min(end.y, ceiling - type - 3);
    ceiling = y;
    return { text: end.text, x: end.x, y: y + toBaseline(type), align: "left", tone: "ink", bold: true };
  });
}
