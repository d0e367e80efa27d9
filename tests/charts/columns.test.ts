import { describe, expect, test } from "vitest";
import type { ChartSeries, ChartSpec } from "../../src/charts/spec.ts";
import { drawnSpec, textOf } from "./drawn-chart.ts";
import { ages } from "./specs.ts";

type Shown = Pick<ChartSeries, "values" | "display"> & Partial<ChartSeries>;

/** Columns of that many labels on a width of 520. */
function columns(labels: number, ...series: Shown[]): ChartSpec {
  const [base] = ages.series;
  if (base === undefined) throw new Error("no series");
  return {
    ...ages,
    labels: Array.from({ length: labels }, (_, index) => `L${index + 1}`),
    series: series.map((one, index) => ({ ...base, name: `Series ${index + 1}`, ...one })),
  };
}

/** As many equal values, each written with so many characters, bold ones 6 wide. */
function equal(count: number, characters: number): Shown {
  return {
    values: Array.from({ length: count }, () => 10),
    display: Array.from({ length: count }, (_, index) => String(index + 1).padStart(characters, "0")),
  };
}

/** The bold texts: values of columns. */
const valuesOf = (spec: ChartSpec) =>
  drawnSpec(spec)
    .texts.filter(({ bold }) => bold)
    .map(({ text }) => text);

describe("values of columns", () => {
  test("should be written where each leaves 4 to its neighbour, and otherwise the first of the highest alone", () => {
    // A tenth of the width is 52: 8 bold characters of 6 and 4.
    expect(valuesOf(columns(10, equal(10, 8)))).toHaveLength(10);
    expect(valuesOf(columns(10, equal(10, 9)))).toEqual(["000000001"]);
    // A twentieth is 26, for 3.
    expect(valuesOf(columns(10, equal(10, 3), equal(10, 3)))).toHaveLength(20);
    expect(valuesOf(columns(10, equal(10, 4), equal(10, 4)))).toEqual(["0001"]);
  });

  test("should give way to the highest alone where a single one does not fit, in whatever series", () => {
    const series = equal(10, 3);
    const display = [...series.display.slice(1), "a long value"];
    expect(valuesOf(columns(10, { ...series, display }))).toEqual(["002"]);
    const values = [1, 2, 30, 4, 5, 6, 7, 8, 30, 9];
    expect(valuesOf(columns(10, { ...series, values }, { ...series, values, display }))).toEqual(["003"]);
  });

  test("should stand above their columns, moved in at the edge", () => {
    const wide = { values: [1000, ...equal(39, 1).values], display: equal(40, 9).display };
    const drawn = drawnSpec(columns(40, wide));
    // Half of 9 bold characters of 6.
    expect(textOf(drawn, "000000001").x).toBe(27);
    const [low] = drawnSpec(columns(2, { values: [5, 10], display: ["five", "ten"] })).texts.slice(-2);
    expect(low?.x).toBe(130);
  });

  test("should stand above zero where they are below it, and the line is at zero", () => {
    const drawn = drawnSpec(columns(2, { values: [30, -10], display: ["+30", "−10"] }));
    const [above, below] = drawn.places[0] ?? [];
    expect(drawn.blocks).toMatchObject([{ x: 0, y: above?.base, width: 520, fill: "line" }]);
    expect(below?.y).toBeGreaterThan(above?.base ?? Number.NaN);
    expect(textOf(drawn, "−10").y).toBe((above?.base ?? 0) - 6);
  });
});

describe("notes of columns", () => {
  const noted = (characters: number) => ({ ...equal(10, 3), notes: equal(10, characters).display });
  const notesOf = (spec: ChartSpec) => drawnSpec(spec).texts.filter(({ tone }) => tone === "muted");

  test("should stand lighter between the values and their columns, in room of their own", () => {
    const [plain, drawn] = [drawnSpec(columns(10, equal(10, 3))), drawnSpec(columns(10, noted(2)))];
    const [place] = drawn.places[0] ?? [];
    const note = textOf(drawn, "01");
    expect(note).toMatchObject({ x: place?.x, tone: "muted", bold: false, align: "center" });
    expect(note.y).toBeLessThan(place?.y ?? 0);
    // A line of type 14 and 3 between.
    expect(textOf(drawn, "001").y).toBe(note.y - 17);
    expect(textOf(drawn, "001").y - 14).toBeGreaterThan(0);
    expect(drawn.marks[0]?.height).toBe(plain.marks[0]?.height);
  });

  test("should be written where each leaves 4 to its neighbour, and else none", () => {
    // 9 characters of 5 have room in 52, not 10.
    expect(notesOf(columns(10, noted(9)))).toHaveLength(10);
    expect(notesOf(columns(10, noted(10)))).toEqual([]);
    const one = { ...noted(3), notes: [...equal(9, 3).display, "a long note"] };
    expect(notesOf(columns(10, one))).toEqual([]);
    expect(notesOf(columns(5, { ...equal(5, 3), notes: ["", "a", "", "b", ""] }))).toHaveLength(2);
  });

  test("should be written of the series that has them, unless one of another does not fit", () => {
    const short = { ...equal(4, 3), notes: ["a", "b", "c", "d"] };
    expect(notesOf(columns(4, short, equal(4, 3)))).toHaveLength(4);
    expect(notesOf(columns(4, equal(4, 3), short))).toHaveLength(4);
    const long = { ...short, notes: ["a note of many characters", "b", "c", "d"] };
    expect(notesOf(columns(4, short, long))).toEqual([]);
  });

  test("should give way where the values do not fit", () => {
    expect(notesOf(columns(10, { ...equal(10, 9), notes: equal(10, 2).display }))).toEqual([]);
  });
});

describe("columns of several series", () => {
  const pairs = () => drawnSpec(columns(6, equal(6, 1), equal(6, 1)));

  test("should stand beside each other over the middle of their label, and take more of its room than one", () => {
    const drawn = pairs();
    const [first, second] = drawn.places.map(([place]) => place?.x ?? 0);
    expect(textOf(drawn, "L1").x).toBeCloseTo(((first ?? 0) + (second ?? 0)) / 2, 6);
    const [left, right] = drawn.marks.toSorted((a, b) => a.x - b.x);
    const [one] = drawnSpec(columns(6, equal(6, 1))).marks;
    if (left === undefined || right === undefined || one === undefined)
      throw new Error("a column is missing");
    expect(right.x).toBeGreaterThan(left.x + left.width);
    expect(right.x + right.width - left.x).toBeGreaterThan(one.width);
  });

  test("should be told together by the tooltip to who points above, below or between them", () => {
    const drawn = pairs();
    const told = ["L3", "Series 1: 3", "Series 2: 3"];
    const x = textOf(drawn, "L3").x;
    for (const y of [60, 100, 190]) expect(drawn.toldAt(x, y)).toEqual(told);
    const single = drawnSpec(columns(2, { values: [1, 1000], display: ["one", "many"] }));
    expect(single.toldAt(130, 30)).toEqual(["L1", "one"]);
  });
});
