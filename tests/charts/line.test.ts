import { describe, expect, test } from "vitest";
import type { ChartSeries, ChartSpec } from "../../src/charts/spec.ts";
import { type DrawnSpec, drawnSpec, textOf } from "./drawn-chart.ts";
import { unfinished } from "./specs.ts";

/** Lines over as many labels as the longest has values, written as their numbers. */
function lines(...series: (Pick<ChartSeries, "values"> & Partial<ChartSeries>)[]): ChartSpec {
  const count = Math.max(...series.map(({ values }) => values.length));
  return {
    ...unfinished,
    labels: Array.from({ length: count }, (_, index) => `L${index + 1}`),
    series: series.map((one, index) => ({
      name: `Series ${index + 1}`,
      column: null,
      color: "accent",
      display: one.values.map(String),
      ...one,
    })),
  };
}

/** The bold texts: values of points. */
const valuesOf = ({ texts }: DrawnSpec) => texts.filter(({ bold }) => bold).map(({ text }) => text);

/** Where a bold text ends that is written in the middle, and where one begins. */
const endOf = ({ text, x }: { text: string; x: number }) => x + text.length * 3;

describe("the last values of lines", () => {
  test("should have the room that they need at the right", () => {
    const drawn = drawnSpec(lines({ values: [1, 2], display: ["one", "twenty characters ok"] }));
    const last = textOf(drawn, "twenty characters ok");
    // 8 behind the last point.
    expect(last.x).toBe((drawn.places[0]?.[1]?.x ?? 0) + 8);
    expect(last.x + 20 * 6).toBeLessThanOrEqual(520);
  });

  test.each([
    [1000, 990, 980],
    [980, 1000, 990],
    [990, 980, 1000],
  ])("should stand one below the other as the lines do that end at %i, %i and %i", (...ends) => {
    const drawn = drawnSpec(lines(...ends.map((end) => ({ values: [0, end] }))));
    const [first, second, third] = ["1000", "990", "980"].map((text) => textOf(drawn, text).y);
    // The lowest stands at its point; type of 14 and 3 between.
    expect(third).toBeCloseTo(Math.max(...drawn.places.map((places) => places[1]?.y ?? 0)) + 14 * 0.36, 6);
    expect(second).toBeCloseTo((third ?? 0) - 17, 6);
    expect(first).toBeCloseTo((third ?? 0) - 34, 6);
  });

  test("should stand at their points where these are far apart", () => {
    const drawn = drawnSpec(lines({ values: [0, 1000] }, { values: [0, 10] }));
    expect(textOf(drawn, "1000").y).toBeCloseTo((drawn.places[0]?.[1]?.y ?? 0) + 14 * 0.36, 6);
  });
});

describe("the highest and the lowest value of a single line", () => {
  const high = "highest of all";
  const low = "lowest of all";
  const rising = Array.from({ length: 20 }, (_, index) => 3 + index);

  test("should be moved clear of the last value where the highest stands near the end", () => {
    const values = [...rising, 30, 20];
    const drawn = drawnSpec(
      lines({ values, display: values.map((value) => (value === 30 ? high : "last")) }),
    );
    expect(textOf(drawn, "last").x - endOf(textOf(drawn, high))).toBe(4);
  });

  test("should stand above its point where there is room", () => {
    const values = [5, 6, 30, 8, 9, 5, 6, 7, 8, 9];
    const drawn = drawnSpec(lines({ values, display: values.map((value) => (value === 30 ? high : "")) }));
    const point = drawn.places[0]?.[2];
    expect(textOf(drawn, high)).toMatchObject({ x: point?.x, y: (point?.y ?? 0) - 9, align: "center" });
  });

  test("should leave out the lowest where it would run into the last value", () => {
    const near = [25, ...rising, 1, 20];
    const display = (values: number[]) =>
      values.map((value) => (value === 1 ? low : value === 25 ? high : "last"));
    expect(valuesOf(drawnSpec(lines({ values: near, display: display(near) })))).toEqual(["last", high]);
    const far = [20, ...rising, 25, 20, 20, 20, 1, 20, 20, 20, 20, 20];
    expect(valuesOf(drawnSpec(lines({ values: far, display: display(far) })))).toEqual(["last", high, low]);
  });
});

describe("a line", () => {
  test.each([
    ["first", unfinished],
    ["last", { ...unfinished, series: unfinished.series.toReversed() }],
  ])("that ends early should leave all labels where they are, drawn %s", (_, spec) => {
    const drawn = drawnSpec(spec);
    const longest = drawn.places.find(({ length }) => length === 4) ?? [];
    expect(["Feb", "Mar"].map((label) => textOf(drawn, label).x)).toEqual(
      longest.slice(1, 3).map(({ x }) => x),
    );
    expect(textOf(drawn, "Apr").x).toBeCloseTo(longest[3]?.x ?? 0, 6);
  });

  test("should be told by the tooltip to who points above or below it, all lines together", () => {
    const drawn = drawnSpec(unfinished);
    const { x } = textOf(drawn, "Mar");
    for (const y of [50, 100, 200]) expect(drawn.toldAt(x, y)).toEqual(["Mar", "2025: $4", "2024: $9"]);
    expect(drawn.toldAt(textOf(drawn, "Apr").x - 2, 100)).toEqual(["Apr", "2024: $11"]);
  });

  test("should be drawn of no values", () => {
    const drawn = drawnSpec({ ...lines({ values: [] }), labels: ["Jan", "Feb"] });
    expect([drawn.marks, valuesOf(drawn)]).toEqual([[], []]);
  });
});

describe("marked points", () => {
  test("should have no name where none is given", () => {
    const drawn = drawnSpec(lines({ values: [9, 5, 3, 2], marked: [1] }));
    expect(valuesOf(drawn)).toEqual(["5"]);
    expect(drawn.texts.filter(({ tone }) => tone === "muted")).toEqual([]);
  });

  test("should be written clear of the line at zero", () => {
    // A unit is about a dot: below a point of 22 there is room for the text down to the line, but none between.
    const drawn = drawnSpec(lines({ values: [162, 162, 22, 162, 162], marked: [2] }));
    const [zero] = drawn.blocks;
    // A text reaches 0.14 of its type below the baseline.
    expect(textOf(drawn, "22").y + 14 * 0.14).toBeLessThanOrEqual((zero?.y ?? 0) - 2);
  });
});
