import { describe, expect, test } from "vitest";
import { layLegend } from "../../src/charts/legend.ts";
import type { ChartSpec } from "../../src/charts/spec.ts";
import { measure } from "./drawn-chart.ts";
import { category, gender, segments, unfinished } from "./specs.ts";

/** A legend of type 10 for series of these names; a swatch and the room behind it take 16, and 18 part two names. */
function legend(names: string[], width: number) {
  const [series] = category.series;
  if (series === undefined) throw new Error("no series");
  const spec: ChartSpec = { ...category, series: names.map((name) => ({ ...series, name })) };
  return layLegend(spec, width, 10, measure);
}

const placesOf = ({ texts }: ReturnType<typeof layLegend>) => texts.map(({ text, x, y }) => [text, x, y]);

describe("layLegend", () => {
  test("should set names behind their swatches, in as many rows as they need", () => {
    // A name of 6 takes 46, the second one ends at 110.
    const names = ["Spring", "Summer", "Autumn"];
    const wide = legend(names, 110);
    expect(placesOf(wide)).toEqual([
      ["Spring", 16, 10],
      ["Summer", 80, 10],
      ["Autumn", 16, 28],
    ]);
    expect(wide.height).toBe(36);
    expect(wide.blocks.map(({ x, width, height }) => [x, width, height])).toEqual([
      [0, 10, 10],
      [64, 10, 10],
      [0, 10, 10],
    ]);
    const narrow = legend(names, 109);
    expect(narrow.texts.map(({ x, y }) => [x, y])).toEqual([
      [16, 10],
      [16, 28],
      [16, 46],
    ]);
    expect(narrow.height).toBe(54);
  });

  test("should cut a name that is longer than a row, and give it one", () => {
    const long = "A season of many characters";
    // 84 of 100 are left to it: 16 characters of 5.
    expect(placesOf(legend([long, "Summer", long], 100))).toEqual([
      ["A season of man…", 16, 10],
      ["Summer", 16, 28],
      ["A season of man…", 16, 46],
    ]);
  });

  test("should show the colour of each series in the middle of its name, of points their mark instead", () => {
    const lines = layLegend(unfinished, 520, 14, measure);
    expect(lines.blocks.map(({ role }) => role)).toEqual(["accent", "quiet"]);
    expect(lines.clouds).toEqual([]);
    const points = layLegend(segments(60, 6), 520, 14, measure);
    expect(points.clouds.map(({ role, mark, opacity }) => [role, mark, opacity])).toEqual([
      ["accent", "dot", 1],
      ["second", "dot", 1],
      ["third", "dot", 1],
      ["fourth", "dot", 1],
      ["quiet", "dot", 1],
      ["accent", "square", 1],
    ]);
    expect(points.clouds[0]?.places[0]?.x).toBe(5);
    expect(points.blocks).toEqual([]);
  });

  test("should be nothing for one series, and for a share, whose parts are named", () => {
    const nothing = { height: 0, texts: [], blocks: [], clouds: [] };
    expect(legend(["Spring"], 100)).toEqual(nothing);
    expect(layLegend({ ...gender, series: [...gender.series, ...gender.series] }, 520, 14, measure)).toEqual(
      nothing,
    );
  });
});
