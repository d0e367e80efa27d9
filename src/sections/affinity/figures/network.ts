import type { FigureTable } from "../../../charts/spec.ts";
import { escapeXml, textElement } from "../../../charts/svg.ts";
import { createMeasure, type Measure, truncate } from "../../../charts/text.ts";
import { type ChartSize, paintVariables, sizes } from "../../../charts/theme.ts";
import { softened } from "../../../report/words/names.ts";
import { type Box, type Link, layNetwork, overlap, type Spot } from "./network-layout.ts";

/** Things and what ties them, as data: JSON-safe, nothing left to work out. Up to about 30 things. */
export interface NetworkSpec {
  /** Unique in the report, kebab-case; the name of downloads. */
  id: string;
  /** What it is. */
  title: string;
  /** What it shows, in one or two sentences. */
  caption: string;
  nodes: NetworkNode[];
  links: NetworkLink[];
  /** Stands under the picture: one row a link, in their order. */
  table: FigureTable;
}

interface NetworkNode {
  name: string;
  /** From 0 to 1, of the mark's area. */
  size: number;
}

/** A tie between two things, by their places in `nodes`. */
interface NetworkLink extends Link {
  /** From 0 to 1, of the line's width. */
  weight: number;
}

const radii = { least: 4, most: 9 };
const widths = { least: 1.5, most: 6 };
/** Of the picture that boxes fill, so that lines have room. */
const filled = 0.45;
const lineHeight = 1.15;
const mostLines = 3;

/** A network as an SVG element to be inlined, coloured by CSS variables; the same spec gives the same bytes. */
export function drawNetwork(spec: NetworkSpec, size: ChartSize): string {
  const { width, type } = sizes[size];
  const measure = createMeasure({ font: "", measureText: (text) => ({ width: roomOf(text) * type }) }, type);
  const longest = size === "narrow" ? 104 : 124;
  const nodes = spec.nodes.map(({ name, size: share }) => {
    const radius = Math.sqrt(radii.least ** 2 + share * (radii.most ** 2 - radii.least ** 2));
    const lines = wrapped(softened(name), longest, measure);
    return {
      lines,
      radius,
      width: Math.max(2 * radius, ...lines.map((line) => measure(line))) + 8,
      height: 2 * radius + lines.length * type * lineHeight + 6,
    };
  });
  const { spots, height } = laidOut(nodes, spec.links, width);
  const marks = nodes.map(({ radius, height: tall }, index) => {
    const { x, y } = spots[index] ?? { x: 0, y: 0 };
    return { x, y: y - tall / 2 + radius + 1, radius };
  });
  const titleId = escapeXml(`${spec.id}-${size}-title`);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="chart-svg chart-${size}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="${titleId}"`,
    ` fill="var(${paintVariables.ink})" font-family="Inter Variable, system-ui, sans-serif" font-size="${type}">`,
    `<title id="${titleId}">${escapeXml(spec.title)}</title>`,
    `<g stroke="var(${paintVariables.second})" stroke-opacity="0.55" stroke-linecap="round">`,
    ...spec.links.map(({ from, to, weight }) => {
      const [a, b] = [marks[from], marks[to]];
      if (a === undefined || b === undefined) return "";
      const wide = widths.least + weight * (widths.most - widths.least);
      return `<line x1="${short(a.x)}" y1="${short(a.y)}" x2="${short(b.x)}" y2="${short(b.y)}" stroke-width="${short(wide)}"/>`;
    }),
    `</g><g fill="var(${paintVariables.accent})" stroke="var(${paintVariables.card})" stroke-width="1.5">`,
    ...marks.map(({ x, y, radius }) => `<circle cx="${short(x)}" cy="${short(y)}" r="${short(radius)}"/>`),
    // A rim in the card's colour keeps names readable where lines pass behind them.
    `</g><g stroke="var(${paintVariables.card})" stroke-width="4" stroke-linejoin="round" paint-order="stroke">`,
    ...nodes.flatMap(({ lines }, index) => {
      const { x, y, radius } = marks[index] ?? { x: 0, y: 0, radius: 0 };
      return lines.map((text, line) =>
        textElement({
          text,
          x,
          y: y + radius + 2 + type * (lineHeight * line + 0.95),
          align: "center",
          tone: "ink",
          bold: false,
        }),
      );
    }),
    "</g></svg>",
  ].join("");
}

/** A picture of that width in which no box lies on another, as far as three attempts find it; none above or below. */
function laidOut(
  boxes: readonly Box[],
  links: readonly Link[],
  width: number,
): { spots: Spot[]; height: number } {
  const area = boxes.reduce((sum, box) => sum + (box.width + 6) * (box.height + 6), 0);
  const tallest = Math.max(0, ...boxes.map(({ height }) => height));
  let height = Math.max(area / filled / width, 2 * tallest, width * 0.5);
  let spots = layNetwork(boxes, links, { width, height });
  for (let attempt = 0; attempt < 2 && overlap(boxes, spots) > 1; attempt += 1) {
    height *= 1.25;
    spots = layNetwork(boxes, links, { width, height });
  }
  const halves = boxes.map((box) => box.height / 2);
  const top = Math.min(height, ...spots.map(({ y }, index) => y - (halves[index] ?? 0)));
  const bottom = Math.max(0, ...spots.map(({ y }, index) => y + (halves[index] ?? 0)));
  return {
    spots: spots.map(({ x, y }) => ({ x, y: y - top })),
    height: Math.ceil(Math.max(0, bottom - top)),
  };
}

/** A name in as few lines of that width as it needs, three at most, broken between words, the rest cut. */
function wrapped(name: string, width: number, measure: Measure): string[] {
  const lines: string[] = [];
  let words = name.trim().split(/\s+/u);
  while (words.length > 0) {
    const last = lines.length === mostLines - 1;
    let used = last ? words.length : 1;
    while (!last && used < words.length && measure(words.slice(0, used + 1).join(" ")) <= width) used += 1;
    lines.push(truncate(words.slice(0, used).join(" "), width, measure));
    words = words.slice(used);
  }
  return lines;
}

/** About how wide a text is in the shipped font, in its size; rather too wide. */
function roomOf(text: string): number {
  let room = 0;
  for (const character of text) {
    if (/[ijlI.,:;'|!()[\]\s]/u.test(character)) room += 0.3;
    else if (/[mwMW@%]/u.test(character)) room += 0.92;
    else room += /[\p{Lu}\d&#+=]/u.test(character) ? 0.71 : 0.6;
  }
  return room;
}

function short(number: number): string {
  return String(Math.round(number * 10) / 10 || 0);
}
