import type { Plugin, TooltipItem } from "chart.js";
import { drawBars } from "./bars.ts";
import { drawColumns } from "./columns.ts";
import type { Brief, Drawing, DrawnConfiguration, Surface } from "./drawing.ts";
import { layLegend } from "./legend.ts";
import { drawLine } from "./line.ts";
import { drawShare } from "./share.ts";
import type { ChartSpec } from "./spec.ts";
import { truncate } from "./text.ts";
import { type ChartSize, fontFamily, sizes } from "./theme.ts";

/** A Chart.js configuration with the size in which it is to be drawn. */
export interface ConfiguredChart {
  width: number;
  height: number;
  configuration: DrawnConfiguration & { plugins: Plugin<"bar" | "line">[] };
}

const draw: Record<ChartSpec["kind"], (brief: Brief) => Drawing> = {
  bars: drawBars,
  columns: drawColumns,
  line: drawLine,
  share: drawShare,
};

/** The Chart.js configuration of a chart: the same for the drawing baked into the page and for the live one. */
export function configure(spec: ChartSpec, size: ChartSize, surface: Surface): ConfiguredChart {
  const { width, type } = sizes[size];
  const legend = layLegend(spec, width, type, surface.measure);
  const drawing = draw[spec.kind]({ spec, size, width, type, top: legend.height, surface });

  const words: Plugin<"bar" | "line"> = {
    id: "words",
    beforeDatasetsDraw(chart) {
      for (const block of [...legend.blocks, ...drawing.around(chart).blocks]) {
        chart.ctx.fillStyle = surface.color(block.role);
        chart.ctx.fillRect(block.x, block.y, block.width, block.height);
      }
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
        plugins: { tooltip: tooltip(spec, width, type, drawing, surface) },
      },
      plugins: [words],
    },
  };
}

function tooltip(spec: ChartSpec, width: number, type: number, drawing: Drawing, surface: Surface) {
  const font = { family: fontFamily, size: type };
  const seriesOf = (item: TooltipItem<"bar" | "line">) =>
    spec.series[spec.kind === "share" ? 0 : item.datasetIndex];
  return {
    backgroundColor: surface.color("ink"),
    titleColor: surface.color("card"),
    bodyColor: surface.color("card"),
    titleFont: { ...font, weight: 600 },
    bodyFont: font,
    padding: 8,
    cornerRadius: 6,
    displayColors: spec.series.length > 1,
    callbacks: {
      title: ([item]: TooltipItem<"bar" | "line">[]) =>
        item
          ? truncate(
              spec.labels[drawing.labelOf(item.datasetIndex, item.dataIndex)] ?? "",
              width - 60,
              surface.measure,
              true,
            )
          : "",
      label(item: TooltipItem<"bar" | "line">) {
        const series = seriesOf(item);
        const index = drawing.labelOf(item.datasetIndex, item.dataIndex);
        const note = series?.notes?.[index];
        const name = spec.series.length > 1 ? `${series?.name ?? ""}: ` : "";
        return `${name}${series?.display[index] ?? ""}${note ? ` · ${note}` : ""}`;
      },
    },
  };
}
