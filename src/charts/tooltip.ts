import type { TooltipItem } from "chart.js";
import { writeValue } from "./axis.ts";
import type { Drawing, DrawnType, Surface } from "./drawing.ts";
import type { ChartSpec, FigureSpec, ScatterSpec } from "./spec.ts";
import { remarksOn } from "./stops.ts";
import { truncate } from "./text.ts";
import { fontFamily } from "./theme.ts";

type Item = Pick<TooltipItem<DrawnType>, "datasetIndex" | "dataIndex">;

/** What a tooltip says of the marks that are pointed at. */
interface TooltipWords {
  title(item: Item): string;
  label(item: Item): string | string[];
}

/** The options of Chart.js for the tooltips of a chart. */
export function tooltipOf(
  spec: FigureSpec,
  {
    width,
    type,
    drawing,
    surface,
  }: {
    width: number;
    type: number;
    drawing: Pick<Drawing, "labelOf">;
    surface: Pick<Surface, "color" | "measure">;
  },
) {
  const font = { family: fontFamily, size: type };
  const cut = (text: string, room: number, bold = false) => truncate(text, room, surface.measure, bold);
  const words =
    spec.kind === "scatter"
      ? wordsOnPoint(spec, (name, value) => `${cut(name, width - 60 - surface.measure(value))}: ${value}`)
      : wordsOnLabel(spec, drawing);
  return {
    backgroundColor: surface.color("ink"),
    titleColor: surface.color("card"),
    bodyColor: surface.color("card"),
    titleFont: { ...font, weight: 600 },
    bodyFont: font,
    padding: 8,
    cornerRadius: 6,
    displayColors: spec.series.length > 1 && spec.kind !== "scatter",
    // Of points at one place the first is told.
    filter: (_item: unknown, index: number) => spec.kind !== "scatter" || index === 0,
    callbacks: {
      title: ([item]: Item[]) => (item ? cut(words.title(item), width - 60, true) : ""),
      label: words.label,
    },
  };
}

function wordsOnPoint(
  { series, x, y }: ScatterSpec,
  line: (name: string, value: string) => string,
): TooltipWords {
  return {
    title: ({ datasetIndex }) => series[datasetIndex]?.name ?? "",
    label({ datasetIndex, dataIndex }) {
      const one = series[datasetIndex];
      return [
        line(x.name, writeValue(x.format, one?.x[dataIndex] ?? 0)),
        line(y.name, writeValue(y.format, one?.y[dataIndex] ?? 0)),
      ];
    },
  };
}

function wordsOnLabel(spec: ChartSpec, { labelOf }: Pick<Drawing, "labelOf">): TooltipWords {
  return {
    title: (item) => spec.labels[labelOf(item.datasetIndex, item.dataIndex)] ?? "",
    label(item) {
      const series = spec.series[spec.kind === "share" ? 0 : item.datasetIndex];
      if (series === undefined) return "";
      const index = labelOf(item.datasetIndex, item.dataIndex);
      const name = spec.series.length > 1 ? `${series.name}: ` : "";
      return name + [series.display[index] ?? "", ...remarksOn(series, index)].join(" · ");
    },
  };
}
