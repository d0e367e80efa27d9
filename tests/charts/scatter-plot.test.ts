import { describe, expect, test } from "vitest";
import { drawScatter } from "../../src/charts/scatter.ts";
import type { ScatterSpec } from "../../src/charts/spec.ts";
import { type DrawnSpec, drawnSpec, measure, textOf } from "./drawn-chart.ts";
import { segments } from "./specs.ts";

const two = segments(40, 2);
const names = ({ texts }: DrawnSpec) => texts.map(({ text }) => text);

/** Ticks of one letter each, evenly from the first point to the last. */
function ticks(count: number, from: number, to: number): ScatterSpec["y"]["ticks"] {
  const step = (to - from) / (count - 1);
  return Array.from({ length: count }, (_, index) => ({
    at: from + step * index,
    label: String.fromCharCode(97 + index),
  }));
}

describe("the axes of a scatter", () => {
  test("should have the name of the upper one at the top, clear of the names of the series", () => {
    const [first] = two.series;
    if (first === undefined) throw new Error("no series");
    const single = drawnSpec({ ...two, series: [first] });
    // Type of 14, 2 above the line.
    expect(textOf(single, "Average rating")).toMatchObject({ x: 0, y: 12, align: "left", tone: "muted" });
    const both = drawnSpec(two);
    expect(textOf(both, "Average rating").y - 14).toBeGreaterThan(textOf(both, "Segment 2").y + 8);
  });

  test("should cut the ticks of the upright one where they take more than three tenths", () => {
    const label = "A tick that takes more than a third";
    const drawn = drawnSpec({ ...two, y: { ...two.y, ticks: [{ at: 3, label }] } });
    // 156 of 520 are 31 characters of 5.
    expect(names(drawn)).toContain(`${label.slice(0, 30).trimEnd()}…`);
    const whole = label.slice(0, 31);
    expect(names(drawnSpec({ ...two, y: { ...two.y, ticks: [{ at: 3, label: whole }] } }))).toContain(whole);
  });

  test("should leave out ticks of the upright one that are less than a line apart", () => {
    // 12 steps on 250 are 21 each, and 14 are 18: with type of 14 lines stand 20 apart.
    const letters = (count: number) => {
      const drawn = drawnSpec({ ...two, y: { ...two.y, ticks: ticks(count, 1, 5) } });
      return names(drawn).filter((text) => /^[a-z]$/.test(text)).length;
    };
    expect([letters(13), letters(15)]).toEqual([13, 8]);
  });

  test("should have their ticks in order, in whatever order these are given", () => {
    const drawn = drawnSpec(two);
    const turned = drawnSpec({
      ...two,
      x: { ...two.x, ticks: two.x.ticks.toReversed() },
      y: { ...two.y, ticks: two.y.ticks.toReversed() },
    });
    expect(turned.texts).toEqual(drawn.texts);
    expect(turned.blocks).toEqual(drawn.blocks);
  });
});

describe("the points of a scatter", () => {
  test.each([
    [200, 7],
    [201, 6],
    [600, 6],
    [601, 5],
  ])("should be smaller the more there are: of %i each %i wide", (count, size) => {
    const { series, ...spec } = segments(count, 1);
    expect(series[0]?.x).toHaveLength(count);
    expect(drawnSpec({ ...spec, series }).clouds.map((cloud) => cloud.size)).toEqual([size]);
  });

  test("should be 4 larger where they are pointed at, and keep their mark", () => {
    const { series, ...spec } = segments(60, 6);
    const { data } = drawScatter({
      spec: { ...spec, series },
      size: "wide",
      width: 520,
      type: 14,
      top: 0,
      surface: { color: (role) => role, measure, write() {} },
    });
    const [dot, square] = [data.datasets[0], data.datasets[5]];
    expect(dot).toMatchObject({ pointStyle: "circle", pointHoverRadius: 7 / 2 + 2 });
    // Of a square Chart.js takes half of the diagonal; a side of 6.3 looks as large as a dot of 7.
    expect(square).toMatchObject({ pointStyle: "rect" });
    expect(square).toHaveProperty("pointHoverRadius", expect.closeTo((6.3 / 2 + 2) * Math.sqrt(2), 6));
  });

  test("should be told by the tooltip to who points near, the nearest of all series", () => {
    const points = {
      ...two,
      series: two.series.map((one, index) => ({
        ...one,
        x: [index === 0 ? 10 : 1000],
        y: [index === 0 ? 1 : 5],
      })),
    };
    const drawn = drawnSpec(points);
    const [[low] = [], [high] = []] = drawn.places;
    expect(drawn.toldAt((low?.x ?? 0) + 40, (low?.y ?? 0) - 30)).toEqual([
      "Segment 1",
      "Spend per customer (logarithmic): $10",
      "Average rating: 1.0",
    ]);
    expect(drawn.toldAt((high?.x ?? 0) - 40, (high?.y ?? 0) + 30)[0]).toBe("Segment 2");
  });

  test("should take turns where there are more than a hundred, and none of the turns is empty", () => {
    const rolesOf = (spec: ScatterSpec) =>
      drawnSpec(spec)
        .clouds.filter(({ opacity }) => opacity < 1)
        .map(({ role }) => role);
    expect(rolesOf(segments(100, 2))).toEqual(["accent", "second"]);
    const turn = ["accent", "second", "second", "accent"];
    expect(rolesOf(segments(102, 2))).toEqual([...turn, ...turn]);
    const [first, second] = segments(400, 2).series;
    if (first === undefined || second === undefined) throw new Error("no series");
    const few = { ...second, x: second.x.slice(0, 3), y: second.y.slice(0, 3) };
    const { clouds } = drawnSpec({ ...two, series: [first, few] });
    expect(clouds.every(({ places }) => places.length > 0)).toBe(true);
  });
});
