import type { Measure, TextMark } from "./text.ts";
import { markedRadius } from "./theme.ts";

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** A marked point with what is to be written at it. */
export interface MarkedPoint {
  x: number;
  y: number;
  value: string;
  /** Lighter, behind the value; empty for none. */
  name: string;
}

interface Surroundings {
  /** The room that texts may take. */
  room: Box;
  /** Every point of every line, in order. */
  lines: { x: number; y: number }[][];
  /** Texts that are there already. */
  texts: TextMark[];
  type: number;
  measure: Measure;
}

/**
 * The values of marked points, each where it stands clear of edges, points and other texts, and as clear
 * of the lines as can be. Where there is no such place its name goes first, then the value.
 */
export function writeMarked(points: MarkedPoint[], around: Surroundings): TextMark[] {
  const { type, measure } = around;
  const onLines = around.lines.flatMap(steps);
  const taken = [
    ...around.texts.map((text) => boxOf(text, type, measure)),
    ...points.map(({ x, y }) => grown({ left: x, right: x, top: y, bottom: y }, markedRadius + 2)),
  ];
  return points.flatMap((point) => {
    const value: TextMark = { text: point.value, x: 0, y: 0, align: "left", tone: "ink", bold: true };
    const name: TextMark = { ...value, text: `· ${point.name}`, tone: "muted", bold: false };
    for (const parts of point.name === "" ? [[value]] : [[value, name], [value]]) {
      const widths = parts.map(({ text, bold }) => measure(text, bold) + 4);
      const width = widths.reduce((sum, one) => sum + one, -4);
      const [best] = spotsAt(point, width, type, around.room)
        .filter((spot) => isInside(spot, around.room) && !taken.some((other) => overlap(spot, other)))
        .map((spot, order) => ({ spot, cost: order + 3 * onLines.filter((at) => isOn(at, spot)).length }))
        .sort((one, next) => one.cost - next.cost);
      if (best === undefined) continue;
      taken.push(grown(best.spot, 3));
      let x = best.spot.left;
      return parts.map((part, index) => {
        const text = { ...part, x, y: best.spot.bottom - type * 0.14 };
        x += widths[index] ?? 0;
        return text;
      });
    }
    return [];
  });
}

/** Where a text of that width may stand at a point, the best first. */
function spotsAt({ x, y }: { x: number; y: number }, width: number, type: number, room: Box): Box[] {
  const away = markedRadius + 3;
  const spot = (left: number, top: number): Box => ({ left, right: left + width, top, bottom: top + type });
  const inRoom = (left: number) => Math.max(room.left, Math.min(room.right - width, left));
  const lefts = [x - width / 2, x - 4, x + 4 - width].map(inRoom);
  const rows = [0, type + 4].flatMap((further) => [y - away - type - further, y + away + further]);
  const beside = [x + away, x - away - width].map((left) => spot(left, y - type / 2));
  const [above = [], below = [], ...far] = rows.map((top) => lefts.map((left) => spot(left, top)));
  return [...above, ...below, ...beside, ...far.flat()];
}

/** A point every two units along a line. */
function steps(line: { x: number; y: number }[]): { x: number; y: number }[] {
  return line.slice(1).flatMap((end, index) => {
    const start = line[index] ?? end;
    const count = Math.ceil(Math.hypot(end.x - start.x, end.y - start.y) / 2);
    return Array.from({ length: count }, (_, step) => ({
      x: start.x + ((end.x - start.x) * step) / count,
      y: start.y + ((end.y - start.y) * step) / count,
    }));
  });
}

function boxOf({ text, x, y, align, bold }: TextMark, type: number, measure: Measure): Box {
  const width = measure(text, bold);
  const left = align === "left" ? x : align === "right" ? x - width : x - width / 2;
  return grown({ left, right: left + width, top: y - type * 0.86, bottom: y + type * 0.14 }, 3);
}

function grown({ left, right, top, bottom }: Box, by: number): Box {
  return { left: left - by, right: right + by, top: top - by, bottom: bottom + by };
}

function overlap(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}

function isInside(box: Box, room: Box): boolean {
  return box.left >= room.left && box.right <= room.right && box.top >= room.top && box.bottom <= room.bottom;
}

/** Whether a point of a line runs through a text, or touches it. */
function isOn({ x, y }: { x: number; y: number }, box: Box): boolean {
  return x > box.left - 3 && x < box.right + 3 && y > box.top - 2 && y < box.bottom + 2;
}
