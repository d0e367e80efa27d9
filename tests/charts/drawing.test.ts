import { describe, expect, test } from "vitest";
import { extent } from "../../src/charts/drawing.ts";
import { ages } from "./specs.ts";

/** From where to where the axis of such series reaches. */
function reach(...series: { values: number[]; starts?: number[] }[]) {
  const [base] = ages.series;
  if (base === undefined) throw new Error("no series");
  return extent({ ...ages, series: series.map((one) => ({ ...base, ...one })) });
}

describe("extent", () => {
  test("should reach from zero to the highest of all series, or from the lowest below zero", () => {
    expect(reach({ values: [3, 9] }, { values: [12, 5] })).toEqual({ min: 0, max: 12 });
    expect(reach({ values: [3, -9] }, { values: [-2, 5] })).toEqual({ min: -9, max: 5 });
    expect(reach({ values: [-3, -9] })).toEqual({ min: -9, max: 0 });
  });

  test("should hold both ends of bars that begin where others end", () => {
    expect(reach({ values: [100, -30, 70], starts: [0, 100, 0] })).toEqual({ min: 0, max: 100 });
    expect(reach({ values: [20, 30], starts: [80, 100] })).toEqual({ min: 0, max: 130 });
    expect(reach({ values: [-20], starts: [-80] })).toEqual({ min: -100, max: 0 });
    expect(reach({ values: [20], starts: [-80] })).toEqual({ min: -80, max: 0 });
    expect(reach({ values: [10, 40], starts: [5] })).toEqual({ min: 0, max: 40 });
  });

  test("should never be empty", () => {
    expect(reach({ values: [0, 0] })).toEqual({ min: 0, max: 1 });
    expect(reach()).toEqual({ min: 0, max: 1 });
  });
});
