import type { Plugin } from "chart.js";
import { drawBars } from "./bars.ts";
import { type Cloud, paintCloud } from "./cloud.ts";
import { drawColumns } from "./columns.ts";
import type { Brief, Drawing, DrawnConfiguration, DrawnType, Surface } from "./drawing.ts";
import { layLegend } from "./legend.ts";
import { drawLine } from "./line.ts";
import { drawScatter } from "./scatter.ts";
import { drawShare } from "./share.ts";
import type { ChartSpec, FigureSpec } from "./spec.ts";
import { type ChartSize, sizes } from "./theme.ts";
import { tooltipOf } from "./tooltip.ts";

/** A Chart.js configuration with the size in which it is to be drawn. */
export interface ConfiguredChart {
  width: number;
  height: number;
  configuration: DrawnConfiguration & { plugins: Plugin<DrawnType>[] };
}

const draw: Record<ChartSpec["kind"], (brief: Brief) => Drawing> = {
  bars: drawBars,
  columns: drawColumns,
  line: drawLine,
  share: drawShare,
};

/** The Chart.js configuration of a chart: the same for the drawing baked into the page and for the live one. */
export function configure(spec: FigureSpec, size: ChartSize, surface: Surface): ConfiguredChart {
  const { width, type } = sizes[size];
  const legend = layLegend(spec, width, type, surface.measure);
  const brief = { size, width, type, top: legend.height, surface };
  const drawing =
    spec.kind === "scatter" ? drawScatter({ ...brief, spec }) : draw[spec.kind]({ ...brief, spec });

  const scatter = (context: CanvasRenderingContext2D, cloud: Cloud) =>
    surface.scatter ? surface.scatter(cloud) : paintCloud(context, cloud, surface.color(cloud.role));
  const words: Plugin<DrawnType> = {
    id: "words",
    beforeDatasetsDraw(chart) {
      const { blocks, clouds = [] } = drawing.around(chart);
      for (const block of [...legend.blocks, ...blocks]) {
        chart.ctx.fillStyle = surface.color(block.role);
        chart.ctx.fillRect(block.x, block.y, block.width, block.height);
      }
      for (const cloud of [...legend.clouds, ...clouds]) scatter(chart.ctx, cloud);
    },
    afterDatasetsDraw(chart) {
      for (const text of [...legend.texts, ...drawing.around(chart).texts]) surface.write(chart.ctx, text);
    },
  };

  return {
    width,
    height: Math.ceil(drawing.height),
    configuration: {
      type: drawing.type,
      data: drawing.data,
      options: {
        ...drawing.options,
        responsive: false,
        animation: false,
        layout: { padding: drawing.padding },
        plugins: { tooltip: tooltipOf(spec, { width, type, drawing, surface }) },
      },
      plugins: [words],
    },
  };
}
