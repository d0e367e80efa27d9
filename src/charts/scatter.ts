import { positionOn, reachOf, thinned } from "./axis.ts";
import { type Cloud, markWidth } from "./cloud.ts";
import { type Block, type Brief, type Drawing, type DrawnChart, placesOf, toBaseline } from "./drawing.ts";
import { within } from "./labels.ts";
import type { Axis, MarkShape, ScatterSpec } from "./spec.ts";
import { type TextMark, truncate } from "./text.ts";

const gap = 8;
/** From the outermost points to the ends of the lines. */
const inset = 8;
const plotHeight = 250;
const opacity = 0.65;
/** Of each cloud, where there are several of so many points that they cover each other. */
const layers = 4;
const mostUncovered = 100;

/** Points between two axes, on light lines at the ticks. The name of each axis stands at its end. */
export function drawScatter({ spec, width, type, top, surface }: Brief<ScatterSpec>): Drawing {
  const { measure } = surface;
  const longest = Math.max(0, ...spec.y.ticks.map(({ label }) => measure(label)));
  const labelRoom = Math.min(longest, width * 0.3);
  const left = labelRoom + gap;
  // The name of the y axis, clear of the names of the series above it.
  const nameLine = top + (top > 0 ? 8 : 0) + type;
  const head = nameLine + gap + type / 2;
  const below = 2 * (type + 7);
  const diameter = diameterOf(spec);

  return {
    height: head + plotHeight + 2 * inset + below,
    padding: { top: head + inset, right: inset, bottom: below + inset, left: left + inset },
    type: "scatter",
    data: {
      datasets: spec.series.map(({ name, color, mark, x, y }) => ({
        type: "scatter",
        label: name,
        data: x.flatMap((value, index) => {
          const other = y[index];
          return other === undefined ? [] : [{ x: positionOn(spec.x, value), y: positionOn(spec.y, other) }];
        }),
        pointStyle: mark === "dot" ? "circle" : "rect",
        // At rest the points are painted as clouds; Chart.js places them and draws the one pointed at.
        pointRadius: 0,
        pointHoverRadius: hoverRadius(mark, diameter),
        pointHoverBorderWidth: 1.5,
        pointHoverBorderColor: surface.color("card"),
        pointHoverBackgroundColor: surface.color(color),
        clip: false,
      })),
    },
    options: {
      scales: {
        x: {
          type: "linear",
          display: false,
          ...reachOf(
            spec.x,
            spec.series.flatMap(({ x }) => x),
          ),
        },
        y: {
          type: "linear",
          display: false,
          ...reachOf(
            spec.y,
            spec.series.flatMap(({ y }) => y),
          ),
        },
      },
      interaction: { mode: "nearest", axis: "xy", intersect: false },
    },
    labelOf: (dataset) => dataset,
    around(chart) {
      const { right, bottom } = chart.chartArea;
      const texts: TextMark[] = [];
      const blocks: Block[] = [];
      const ticksBelow = ticksOf(spec.x, chart, "x").map(({ at, label }) => {
        const half = measure(label) / 2;
        return { at, label, half, x: within(at, half, width) };
      });
      for (const { at, label, x } of thinned(
        ticksBelow,
        (one, next) => one.x + one.half + 10 > next.x - next.half,
      )) {
        const y = chart.chartArea.top - inset;
        blocks.push({ x: at - 0.5, y, width: 1, height: bottom + inset - y, role: "line" });
        texts.push({
          text: label,
          x,
          y: bottom + inset + type + 4,
          align: "center",
          tone: "ink",
          bold: false,
        });
      }
      for (const { at, label } of thinned(
        ticksOf(spec.y, chart, "y"),
        (one, next) => Math.abs(one.at - next.at) < type + 6,
      )) {
        blocks.push({ x: left, y: at - 0.5, width: right + inset - left, height: 1, role: "line" });
        const text = truncate(label, labelRoom, measure);
        texts.push({
          text,
          x: labelRoom,
          y: at + toBaseline(type),
          align: "right",
          tone: "ink",
          bold: false,
        });
      }
      const name = (axis: Axis) => truncate(axis.name, width, measure);
      texts.push(
        { text: name(spec.y), x: 0, y: nameLine - 2, align: "left", tone: "muted", bold: false },
        { text: name(spec.x), x: width, y: chart.height - 5, align: "right", tone: "muted", bold: false },
      );
      const whole = spec.series.map(
        ({ mark, color: role }, index): Cloud => ({
          mark,
          role,
          size: markWidth(mark, diameter),
          opacity,
          places: placesOf(chart, index),
        }),
      );
      return { texts, blocks, clouds: interleaved(whole) };
    },
  };
}

/**
 * Several clouds in layers that take turns, every second time the other way round: none lies over another as a
 * whole, nor hides it.
 */
function interleaved(clouds: readonly Cloud[]): Cloud[] {
  const points = clouds.reduce((all, { places }) => all + places.length, 0);
  if (clouds.length < 2 || points <= mostUncovered) return [...clouds];
  return Array.from({ length: layers }, (_, layer) => {
    const turn = clouds
      .map((cloud) => {
        const { length } = cloud.places;
        const places = cloud.places.filter(
          (_place, index) => Math.floor((index * layers) / length) === layer,
        );
        return { ...cloud, places };
      })
      .filter(({ places }) => places.length > 0);
    return layer % 2 === 0 ? turn : turn.reverse();
  }).flat();
}

/** Smaller marks for more points. */
function diameterOf({ series }: ScatterSpec): number {
  const points = series.reduce((sum, { x }) => sum + x.length, 0);
  return points > 600 ? 5 : points > 200 ? 6 : 7;
}

/** The radius with which Chart.js draws a mark somewhat larger than it is at rest. */
function hoverRadius(mark: MarkShape, diameter: number): number {
  const half = markWidth(mark, diameter) / 2 + 2;
  // Chart.js draws a square inside the circle of that radius.
  return mark === "dot" ? half : half * Math.SQRT2;
}

/** The ticks of an axis where they stand in the drawing, in their order. */
function ticksOf(axis: Axis, chart: DrawnChart, scale: "x" | "y"): { at: number; label: string }[] {
  return axis.ticks
    .toSorted((one, next) => one.at - next.at)
    .map(({ at, label }) => ({
      at: chart.scales[scale]?.getPixelForValue(positionOn(axis, at)) ?? 0,
      label,
    }));
}
