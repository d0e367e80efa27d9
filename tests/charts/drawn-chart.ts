import { drawn } from "../../src/charts/bake.ts";
import type { Cloud } from "../../src/charts/cloud.ts";
import { configure } from "../../src/charts/configuration.ts";
import { type Place, placesOf } from "../../src/charts/drawing.ts";
import type { FigureSpec } from "../../src/charts/spec.ts";
import { shapesOf } from "../../src/charts/svg.ts";
import type { Measure, TextMark } from "../../src/charts/text.ts";
import { type ChartSize, paintVariables } from "../../src/charts/theme.ts";

/** A font whose characters are all 5 wide, and 6 where they are bold. */
export const measure: Measure = (text, bold = false) => [...text].length * (bold ? 6 : 5);

const colors = new Map(Object.keys(paintVariables).map((role, index) => [role, `#FE010${index}`]));
const roles = new Map([...colors].map(([role, color]) => [color, role]));

interface Rect {
  x: number;
  y: number;
  width: number;
  height: number;
  /** A role instead of a colour. */
  fill: string;
}

/** A chart as it is drawn in that font, with what its tooltip says. */
export interface DrawnSpec {
  width: number;
  height: number;
  /** In the order of writing. */
  texts: TextMark[];
  clouds: Cloud[];
  /** Rectangles with square corners: lines and swatches. */
  blocks: Rect[];
  /** Rectangles with round corners: bars, and points as their box. */
  marks: Rect[];
  svg: string;
  /** Where the marks of each series stand. */
  places: Place[][];
  /** What the tooltip says to who points there: the title, then the lines. */
  toldAt(x: number, y: number): string[];
}

/** Draws a chart in the font of `measure`. */
export function drawnSpec(spec: FigureSpec, size: ChartSize = "wide"): DrawnSpec {
  const texts: TextMark[] = [];
  const clouds: Cloud[] = [];
  const configured = configure(spec, size, {
    color: (role) => colors.get(role) ?? "",
    measure,
    write: (_context, text) => texts.push(text),
    scatter: (cloud) => clouds.push(cloud),
  });
  const { chart, canvas } = drawn(configured);
  const svg = shapesOf(canvas.getContent().toString(), roles);
  const rects = [...svg.matchAll(/<rect ([^>]*)\/>/gu)].map(([, attributes = ""]) => rectOf(attributes));
  return {
    width: configured.width,
    height: configured.height,
    texts,
    clouds,
    blocks: rects.filter(({ round }) => !round).map(({ rect }) => rect),
    marks: rects.filter(({ round }) => round).map(({ rect }) => rect),
    svg,
    places: chart.data.datasets.map((_, index) => placesOf(chart, index)),
    toldAt(x, y) {
      const { mode = "nearest", axis, intersect = true } = chart.options.interaction ?? {};
      const options = { intersect, ...(axis === undefined ? {} : { axis }) };
      const pointer = Object.assign(new Event("mousemove"), { native: null, x, y });
      const found = chart.getElementsAtEventForMode(pointer, mode, options, true);
      const { tooltip } = chart;
      tooltip?.setActiveElements(
        found.map(({ datasetIndex, index }) => ({ datasetIndex, index })),
        { x, y },
      );
      return [...(tooltip?.title ?? []), ...(tooltip?.body ?? []).flatMap(({ lines }) => lines)];
    },
  };
}

function rectOf(attributes: string): { round: boolean; rect: Rect } {
  const of = new Map(
    [...attributes.matchAll(/([\w-]+)="([^"]*)"/gu)].map(([, name = "", value = ""]) => [name, value]),
  );
  const number = (name: string) => Number(of.get(name) ?? 0);
  const rect = { x: number("x"), y: number("y"), width: number("width"), height: number("height") };
  return { round: of.has("rx"), rect: { ...rect, fill: of.get("fill") ?? "" } };
}

/** The text that says so, or an error. */
export function textOf({ texts }: Pick<DrawnSpec, "texts">, text: string): TextMark {
  const mark = texts.find((one) => one.text === text);
  if (mark === undefined) throw new Error(`${JSON.stringify(text)} is not among ${JSON.stringify(texts)}`);
  return mark;
}
