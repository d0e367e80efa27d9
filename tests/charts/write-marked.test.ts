import { describe, expect, test } from "vitest";
import { writeMarked } from "../../src/charts/marked.ts";
import type { TextMark } from "../../src/charts/text.ts";
import { measure } from "./drawn-chart.ts";

type Around = Parameters<typeof writeMarked>[1];
type At = { x: number; y: number };

/** What is written at points that are marked, in a room of 200 by 100 and type of 10: the text, where it begins and its top. */
function written(points: (At & { name?: string })[], around: Partial<Omit<Around, "type" | "measure">> = {}) {
  const room = { left: 0, right: 200, top: 0, bottom: 100 };
  const marked = points.map((point) => ({ value: "12", name: "", ...point }));
  const texts = writeMarked(marked, { room, lines: [], texts: [], ...around, type: 10, measure });
  // 0.86 of the type are above the baseline.
  return texts.map(({ text, x, y }) => [text, x, Math.round((y - 8.6) * 1e6) / 1e6]);
}

/** Where the value at a point in the middle is written, 12 wide and 10 high, and clear of the mark by 8. */
const above = [["12", 94, 32]];
const aboveToTheRight = [["12", 96, 32]];
const aboveToTheLeft = [["12", 92, 32]];
const below = [["12", 94, 58]];
const right = [["12", 108, 45]];
const left = [["12", 80, 45]];
const farAbove = [["12", 94, 18]];
const farBelow = [["12", 94, 72]];

const middle = { x: 100, y: 50 };
const upright = (x: number, from = 0, to = 100) => [
  { x, y: from },
  { x, y: to },
];
const level = (y: number, from = 0, to = 200) => [
  { x: from, y },
  { x: to, y },
];

/** A text that is there already, of so many characters, 5 wide each. */
const textAt = (x: number, y: number, align: TextMark["align"], characters = 4): TextMark => ({
  text: "x".repeat(characters),
  x,
  y,
  align,
  tone: "ink",
  bold: false,
});

describe("the value at a marked point", () => {
  test("should stand in the middle above it, its name behind it", () => {
    expect(written([middle])).toEqual(above);
    // 12 for the value, 4 between, 30 for the name.
    expect(written([{ ...middle, name: "knee" }])).toEqual([
      ["12", 77, 32],
      ["· knee", 93, 32],
    ]);
  });

  test("should be bold, and its name lighter", () => {
    const around = {
      room: { left: 0, right: 200, top: 0, bottom: 100 },
      lines: [],
      texts: [],
      type: 10,
      measure,
    };
    expect(writeMarked([{ ...middle, value: "12", name: "knee" }], around)).toMatchObject([
      { align: "left", tone: "ink", bold: true },
      { align: "left", tone: "muted", bold: false },
    ]);
  });

  test.each([
    ["a line leads up", [upright(100, 50, 0)], below],
    ["a line leads down", [upright(100, 50, 100)], above],
    ["a line leads through it", [upright(100)], right],
    ["a line touches its left", [upright(92)], aboveToTheRight],
    ["a line passes at its left", [upright(91)], above],
    ["a line touches its right", [upright(108)], aboveToTheLeft],
    ["a line passes at its right", [upright(109)], above],
    ["a line touches its top", [level(31)], below],
    ["a line passes above", [level(30)], above],
    ["a line touches its foot", [level(43)], below],
    ["a line passes below", [level(44)], above],
    ["lines are far away", [level(10), level(90), upright(10), upright(190)], above],
    // Touched once above and below: beside it would stand clear, but further from where it is looked for.
    ["short lines are above and below", [upright(100, 40, 42), upright(100, 60, 62)], above],
  ])("should stand as clear as can be where %s", (_, lines, where) => {
    expect(written([middle], { lines })).toEqual(where);
  });

  test.each([
    // A text of 4 characters is 20 wide, and 3 stay free around it.
    ["begins at its right", textAt(109, 40, "left"), above],
    ["begins at its end", textAt(108, 40, "left"), aboveToTheLeft],
    ["ends at its left", textAt(91, 40, "right"), above],
    ["ends at its beginning", textAt(92, 40, "right"), aboveToTheRight],
    ["has its middle further right", textAt(119, 40, "center"), above],
    ["has its middle at the right", textAt(118, 40, "center"), aboveToTheLeft],
    ["has its middle further left", textAt(81, 40, "center"), above],
    ["has its middle at the left", textAt(82, 40, "center"), aboveToTheRight],
    // From 8.6 above its baseline to 1.4 below.
    ["stands above", textAt(90, 27.5, "left"), above],
    ["reaches into it from above", textAt(90, 27.7, "left"), below],
    ["stands below", textAt(90, 53.7, "left"), above],
    ["reaches into it from below", textAt(90, 53.5, "left"), below],
  ])("should stand clear of a text that %s", (_, text, where) => {
    expect(written([middle], { texts: [text] })).toEqual(where);
  });

  test.each([
    // 7 to each side of a point are free.
    [{ x: 113, y: 40 }, above],
    [{ x: 112, y: 40 }, aboveToTheLeft],
    [{ x: 87, y: 40 }, above],
    [{ x: 88, y: 40 }, aboveToTheRight],
    [{ x: 100, y: 25 }, above],
    [{ x: 100, y: 26 }, below],
    [{ x: 100, y: 49 }, above],
    [{ x: 100, y: 48 }, below],
  ])("should stand clear of another marked point at %j", (other, where) => {
    expect(written([middle, other]).slice(0, 1)).toEqual(where);
  });

  test("should stand 3 from the value of the point before it", () => {
    expect(written([middle, { x: 115, y: 50 }])[1]).toEqual(["12", 109, 32]);
    expect(written([middle, { x: 114, y: 50 }])[1]).toEqual(["12", 110, 32]);
  });

  test("should stand at a side, or further off, where all nearer places are taken", () => {
    const lines = [upright(100)];
    expect(written([middle], { lines, texts: [textAt(110, 53, "left")] })).toEqual(left);
    const rows = [41, 66].map((y) => textAt(0, y, "left", 40));
    expect(written([middle], { texts: rows })).toEqual(farAbove);
    expect(written([middle], { texts: [...rows, textAt(0, 27, "left", 40)] })).toEqual(farBelow);
  });

  test("should stay in its room", () => {
    expect(written([{ x: 3, y: 50 }])).toEqual([["12", 0, 32]]);
    expect(written([{ x: 198, y: 50 }])).toEqual([["12", 188, 32]]);
    expect(written([{ x: 100, y: 18 }])).toEqual([["12", 94, 0]]);
    expect(written([{ x: 100, y: 17 }])).toEqual([["12", 94, 25]]);
    const leadingUp = { lines: [upright(100, 50, 0)] };
    expect(written([{ x: 100, y: 82 }], leadingUp)).toEqual([["12", 94, 64]]);
    const low = (y: number) => written([{ x: 100, y }], { lines: [upright(100, y, 0)] });
    expect(low(82)).toEqual([["12", 94, 90]]);
    expect(low(83)).toEqual([["12", 108, 78]]);
    const beside = (x: number, texts: TextMark[]) => written([{ x, y: 50 }], { lines: [upright(x)], texts });
    expect(beside(180, [])).toEqual([["12", 188, 45]]);
    expect(beside(181, [])).toEqual([["12", 161, 45]]);
    expect(beside(20, [textAt(30, 53, "left")])).toEqual([["12", 0, 45]]);
    expect(beside(19, [textAt(30, 53, "left")])[0]?.[1]).toBeGreaterThan(0);
  });

  test("should lose its name where there is no room for both, and stay away where there is none for itself", () => {
    const room = (right: number) => ({ room: { left: 0, right, top: 0, bottom: 100 } });
    const knee = [{ x: 20, y: 50, name: "knee" }];
    expect(written(knee, room(46))).toHaveLength(2);
    expect(written(knee, room(45))).toEqual([["12", 14, 32]]);
    expect(written(knee, room(11))).toEqual([]);
  });
});
