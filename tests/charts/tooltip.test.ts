import { describe, expect, test } from "vitest";
import type { FigureSpec } from "../../src/charts/spec.ts";
import { tooltipOf } from "../../src/charts/tooltip.ts";
import { measure } from "./drawn-chart.ts";
import { category, gender, segments, unfinished } from "./specs.ts";

/** The tooltip of a chart 300 wide, in a font whose characters are 5 wide, and 6 where they are bold. */
function tooltip(spec: FigureSpec) {
  return tooltipOf(spec, {
    width: 300,
    type: 12,
    drawing: { labelOf: (series, index) => (spec.kind === "share" ? series : index) },
    surface: { color: (role) => role, measure },
  });
}

/** What it says of a mark. */
function told(spec: FigureSpec, datasetIndex: number, dataIndex: number) {
  const { title, label } = tooltip(spec).callbacks;
  const item = { datasetIndex, dataIndex };
  return [title([item]), label(item)];
}

describe("tooltipOf", () => {
  test("should name the label, and write its value with what is remarked", () => {
    expect(told(category, 0, 1)).toEqual(["Accessories", "1,240 · 32 %"]);
    expect(told(gender, 1, 0)).toEqual(["Women", "32 % · 1,248"]);
  });

  test("should name the series where there are several", () => {
    expect(told(unfinished, 1, 3)).toEqual(["Apr", "2024: $11"]);
    expect(tooltip(unfinished).displayColors).toBe(true);
    expect(tooltip(category).displayColors).toBe(false);
  });

  test("should say nothing of what is not there", () => {
    expect(told(unfinished, 7, 9)).toEqual(["", ""]);
    expect(tooltip(category).callbacks.title([])).toBe("");
  });

  test("should write both measures of a point, and tell one of several at a place", () => {
    const spec = segments(40, 2);
    const point = { ...spec, series: spec.series.map((each) => ({ ...each, x: [1234], y: [3.25] })) };
    expect(told(point, 1, 0)).toEqual([
      "Segment 2",
      ["Spend per customer (logarithmic): $1,234", "Average rating: 3.3"],
    ]);
    expect(told(point, 1, 4)[1]).toEqual(["Spend per customer (logarithmic): $0", "Average rating: 0.0"]);
    const { filter, displayColors } = tooltip(point);
    expect([0, 1].map((index) => filter(null, index))).toEqual([true, false]);
    expect([0, 1].map((index) => tooltip(category).filter(null, index))).toEqual([true, true]);
    expect(displayColors).toBe(false);
  });

  test("should cut names that are longer than its room", () => {
    const spec = { ...category, labels: ["x".repeat(100)] };
    // 240 of 300 are 40 bold characters, which the title is written in.
    expect(told(spec, 0, 0)[0]).toBe(`${"x".repeat(39)}…`);
    expect(tooltip(spec).titleFont).toMatchObject({ weight: 600, size: 12 });
    const long = segments(40, 2);
    const wide = { ...long, x: { ...long.x, name: "y".repeat(100) } };
    expect(told(wide, 0, 99)[1]).toEqual([`${"y".repeat(45)}…: $0`, "Average rating: 0.0"]);
  });
});
