import { describe, expect, test } from "vitest";
import type { ChartSeries, ChartSpec } from "../../src/charts/spec.ts";
import { type DrawnSpec, drawnSpec, textOf } from "./drawn-chart.ts";
import { bothSides, category } from "./specs.ts";

/** Bars of these labels, from long to short. */
function bars(labels: string[], ...series: Partial<ChartSeries>[]): ChartSpec {
  const values = labels.map((_, index) => 100 - index);
  return {
    ...category,
    labels,
    series: series.map((one, index) => ({
      name: `Series ${index + 1}`,
      column: null,
      color: "accent",
      values,
      display: values.map(String),
      ...one,
    })),
  };
}

/** Bars of that many one-letter labels. */
const short = (count: number) => Array.from({ length: count }, (_, index) => String.fromCharCode(65 + index));

/** From top to bottom. */
const fromTop = ({ marks }: DrawnSpec) => marks.toSorted((a, b) => a.y - b.y);

describe("the label of a bar", () => {
  test("should stand above it in a narrow drawing where labels take more than a third or so", () => {
    // 0.32 of 340 are 108.8: 21 characters of 5, not 22.
    const [fits, long] = ["x".repeat(21), "x".repeat(22)];
    expect(textOf(drawnSpec(bars([fits], {}), "narrow"), fits)).toMatchObject({ align: "right", x: 105 });
    const above = drawnSpec(bars([long], {}), "narrow");
    expect(textOf(above, long)).toMatchObject({ align: "left", x: 0 });
    expect(textOf(above, long).y).toBeLessThan(above.marks[0]?.y ?? 0);
    expect(textOf(drawnSpec(bars([long], {}), "wide"), long)).toMatchObject({ align: "right", x: 110 });
  });

  test("should stand in the middle of the bars of several series, or above the first", () => {
    const beside = drawnSpec(bars(["A", "B"], {}, {}));
    const [first, second] = beside.places.map(([place]) => place?.y ?? 0);
    // The baseline is 0.36 of the type below the middle.
    expect(textOf(beside, "A").y).toBeCloseTo(((first ?? 0) + (second ?? 0)) / 2 + 14 * 0.36, 6);
    const long = "x".repeat(22);
    const above = drawnSpec(bars([long], {}, {}), "narrow");
    expect(textOf(above, long).y).toBeLessThan(fromTop(above)[0]?.y ?? 0);
  });
});

describe("bars", () => {
  test("should be thinner where there are more than five", () => {
    const thickness = (count: number) => drawnSpec(bars(short(count), {})).marks[0]?.height;
    expect([thickness(5), thickness(6)]).toEqual([20, 17]);
  });

  test("should touch within a label and stand apart between labels, each as thick as a line of type", () => {
    const rows = fromTop(drawnSpec(bars(["A", "B"], {}, {})));
    expect(rows.map(({ height }) => height)).toEqual([16, 16, 16, 16]);
    const gaps = rows.slice(1).map(({ y }, index) => y - (rows[index]?.y ?? 0) - 16);
    expect(gaps).toEqual([0, 11, 0]);
  });

  test("should start from a line that runs along all of them where some are below zero", () => {
    const withLegend = bars(["A", "B"], { values: [10, -5] }, { values: [5, -10] });
    for (const spec of [bothSides, withLegend]) expectLine(drawnSpec(spec));
    expect(drawnSpec(category).blocks).toEqual([]);
  });

  function expectLine(drawn: DrawnSpec) {
    const line = drawn.blocks.find(({ fill }) => fill === "line");
    const rows = fromTop(drawn);
    const [first, last] = [rows[0], rows.at(-1)];
    if (line === undefined || first === undefined || last === undefined) throw new Error("a bar is missing");
    expect(line.width).toBe(1);
    expect(line.y).toBeLessThanOrEqual(first.y);
    expect(line.y + line.height).toBeGreaterThanOrEqual(last.y + last.height);
    expect(line.y + line.height).toBeLessThanOrEqual(drawn.height);
  }

  test("should be told by the tooltip to who points beside a short one, all series together", () => {
    const values = [100, 1];
    const drawn = drawnSpec(
      bars(["A", "B"], { values, display: ["many", "one"] }, { values, display: ["x", "y"] }),
    );
    const y = textOf(drawn, "B").y;
    for (const x of [30, 200, 480]) expect(drawn.toldAt(x, y)).toEqual(["B", "Series 1: one", "Series 2: y"]);
  });

  test("should have no names where there is no series", () => {
    expect(drawnSpec(bars(["A", "B"])).texts).toEqual([]);
  });
});

describe("values and notes of bars", () => {
  test("should end 2 before the edge behind the longest bar", () => {
    const display = "A value of 20 chars.";
    const value = textOf(drawnSpec(bars(["A"], { display: [display] })), display);
    expect(value.x + 20 * 6).toBe(518);
  });

  test("should leave half of the width to labels and bars", () => {
    const { texts } = drawnSpec(bars(["A"], { display: ["x".repeat(50)] }));
    // Of 260 units 8 are a gap: 42 bold characters of 6.
    expect(texts.at(-1)?.text).toBe(`${"x".repeat(41)}…`);
  });

  test("should lose the notes where less than a quarter is left to the bars", () => {
    const drawn = (characters: number) =>
      drawnSpec(bars(["A"], { display: ["1234"], notes: ["n".repeat(characters)] }));
    // Of 520 the label takes 15, the value 24, gaps 16 and a quarter 130: 335 are left, 67 characters of 5.
    expect(drawn(67).texts).toHaveLength(3);
    expect(drawn(68).texts.map(({ text }) => text)).toEqual(["A", "1234"]);
  });

  test("should stand behind each other, 5 apart", () => {
    const drawn = drawnSpec(category);
    expect(textOf(drawn, "32 %").x).toBe(textOf(drawn, "1,240").x + 5 * 6 + 5);
    expect(textOf(drawn, "32 %")).toMatchObject({ tone: "muted", bold: false });
  });
});
