import { Chart } from "chart.js";
import { createCanvas, SvgExportFlag } from "./canvas.ts";
import type { Cloud } from "./cloud.ts";
import { type ConfiguredChart, configure } from "./configuration.ts";
import { registerParts } from "./parts.ts";
import type { FigureSpec } from "./spec.ts";
import { cloudElement, escapeXml, shapesOf, textElement } from "./svg.ts";
import { createMeasure, type Measure, type TextMark } from "./text.ts";
import { type ChartSize, paintVariables, sizes } from "./theme.ts";

registerParts();

/** Colours that stand for the variables while Skia draws; opaque and in capitals, as Skia writes them. */
const sentinels = new Map<string, string>();
const variables = new Map<string, string>();
for (const [index, [role, variable]] of Object.entries(paintVariables).entries()) {
  const sentinel = `#FE010${index}`;
  sentinels.set(role, sentinel);
  variables.set(sentinel, `var(${variable})`);
}

/** One a type size for all drawings: most texts, such as names of groups, come again. */
const measures: Record<ChartSize, Measure> = {
  broad: measureOf("broad"),
  wide: measureOf("wide"),
  narrow: measureOf("narrow"),
};

function measureOf(size: ChartSize): Measure {
  return createMeasure(createCanvas(1, 1).getContext("2d"), sizes[size].type);
}

/**
 * A chart as an SVG element to be inlined: coloured by CSS variables, named for screen readers, its text
 * real text. The same spec gives the same bytes on every machine.
 *
 * Marks are drawn by Chart.js on Skia. Text is written by us: Skia breaks it into words with a position for
 * every glyph, and turns right-to-left text around. So are clouds of points, of which Skia writes every outline.
 */
export function bake(spec: FigureSpec, size: ChartSize): string {
  const { type } = sizes[size];
  const texts: TextMark[] = [];
  const clouds: Cloud[] = [];
  const configured = configure(spec, size, {
    color: (role) => sentinels.get(role) ?? "",
    measure: measures[size],
    write: (_context, text) => texts.push(text),
    scatter: (cloud) => clouds.push(cloud),
  });

  const { canvas, chart } = drawn(configured);
  const shapes = shapesOf(canvas.getContent().toString(), variables);
  chart.destroy();

  const titleId = escapeXml(`${spec.id}-${size}-title`);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="chart-svg chart-${size}" viewBox="0 0 ${configured.width} ${configured.height}" role="img" aria-labelledby="${titleId}"`,
    ` fill="var(${paintVariables.ink})" font-family="Inter Variable, system-ui, sans-serif" font-size="${type}">`,
    `<title id="${titleId}">${escapeXml(spec.title)}</title>`,
    shapes,
    ...clouds.map(cloudElement),
    ...texts.map(textElement),
    "</svg>",
  ].join("");
}

/** A chart that Chart.js has drawn, on a canvas that writes SVG. */
export function drawn({ width, height, configuration }: ConfiguredChart) {
  const canvas = createCanvas(width, height, SvgExportFlag.NoPrettyXML);
  // Chart.js sets the size of its canvas through `style`, which this canvas does not have. The rest that it
  // asks of an element in the browser it does without, so the cast holds.
  Object.assign(canvas, { style: {} });
  const chart = new Chart(canvas as unknown as HTMLCanvasElement, {
    ...configuration,
    options: { ...configuration.options, devicePixelRatio: 1, events: [] },
  });
  return { canvas, chart };
}
