import { describe, expect, test } from "vitest";
import { bake } from "../../src/charts/bake.ts";
import type { ScatterSpec } from "../../src/charts/spec.ts";
import { type ChartSize, sizes } from "../../src/charts/theme.ts";
import { segments } from "./specs.ts";
import { textsOf } from "./texts-of.ts";

const bothSizes: ChartSize[] = ["wide", "narrow"];

/**
 * The look and the marks of each layer, in the order of painting; the swatches of the legend are opaque and left out.
 */
function layersOf(svg: string): { look: string; points: [number, number][] }[] {
  return Array.from(
    svg.matchAll(/<path d="([^"]*)"([^>]*) stroke-opacity="[^"]*"\/>/gu),
    ([, path = "", look = ""]) => ({
      look,
      points: Array.from(path.matchAll(/M(-?[\d.]+) (-?[\d.]+)h0/gu), ([, x, y]): [number, number] => [
        Number(x),
        Number(y),
      ]),
    }),
  );
}

/** The marks of each series, whatever its layers. */
function pointsOf(svg: string): [number, number][][] {
  const bySeries = new Map<string, [number, number][]>();
  for (const { look, points } of layersOf(svg))
    bySeries.set(look, [...(bySeries.get(look) ?? []), ...points]);
  return [...bySeries.values()];
}

/** One series of those points. */
function cloud(x: number[], y: number[]): ScatterSpec {
  const spec = segments(1, 1);
  return { ...spec, series: [{ name: "All", color: "accent", mark: "dot", x, y }] };
}

describe.each(bothSizes)("a %s scatter", (size) => {
  const thousand = segments(1000, 10);

  test("is the same, byte for byte, when it is baked again, and small", () => {
    const svg = bake(thousand, size);
    expect(bake(segments(1000, 10), size)).toBe(svg);
    expect(svg.length).toBeLessThan(21_000);
  });

  test("has every point once, inside the drawing", () => {
    const svg = bake(thousand, size);
    const points = pointsOf(svg);
    expect(points.map((one) => one.length)).toEqual(Array.from({ length: 10 }, () => 100));
    const [, height = 0] = /viewBox="0 0 \d+ (\d+)"/u.exec(svg)?.map(Number) ?? [];
    for (const [x, y] of points.flat()) {
      expect(x).toBeGreaterThan(0);
      expect(x).toBeLessThan(sizes[size].width);
      expect(y).toBeGreaterThan(0);
      expect(y).toBeLessThan(height);
    }
  });

  test("keeps points that lie on each other", () => {
    expect(pointsOf(bake(cloud([50, 50, 50], [2, 2, 2]), size))[0]).toHaveLength(3);
  });

  test("draws no point and no tick", () => {
    const spec = cloud([], []);
    const bare = { ...spec, x: { ...spec.x, ticks: [] }, y: { ...spec.y, ticks: [] } };
    expect(bake(bare, size)).toMatch(/^<svg .*<\/svg>$/u);
    expect(bake({ ...bare, series: [] }, size)).toMatch(/^<svg .*<\/svg>$/u);
  });

  test("writes ticks, the names of both axes and of all series", () => {
    const texts = textsOf(bake(thousand, size));
    const names = thousand.series.map(({ name }) => name);
    expect(texts).toEqual(expect.arrayContaining(["$10", "1.0", "5.0", "Average rating", ...names]));
    expect(texts).toContain("Spend per customer (logarithmic)");
  });

  test("shows dots and squares of the series' colours in the legend", () => {
    const swatches = Array.from(
      bake(segments(40, 10), size).matchAll(
        /<path d="M[^M"]*" stroke="var\((--[a-z-]+)\)" stroke-width="[\d.]+" stroke-linecap="([a-z]+)"\/>/gu,
      ),
      ([, color, cap]) => `${color} ${cap}`,
    );
    const colors = ["--chart-accent", "--chart-second", "--chart-third", "--chart-fourth", "--chart-quiet"];
    expect(swatches).toEqual(["round", "square"].flatMap((cap) => colors.map((color) => `${color} ${cap}`)));
  });

  test("leaves out ticks that would collide", () => {
    const spec = segments(40, 2);
    const ticks = Array.from({ length: 40 }, (_, index) => ({ at: index * 100, label: `Tick ${index}` }));
    const x = { ...spec.x, scale: "linear" as const, ticks };
    const written = textsOf(bake({ ...spec, x }, size)).filter((text) => text.startsWith("Tick"));
    expect(written.length).toBeGreaterThan(2);
    expect(written.length).toBeLessThan(10);
    expect(written[0]).toBe("Tick 0");
  });
});

test("Equal ratios are equal distances on a logarithmic axis", () => {
  const [points = []] = pointsOf(bake(cloud([10, 100, 1000, 20, 200], [1, 2, 3, 4, 5]), "wide"));
  const [ten = 0, hundred = 0, thousand = 0, twenty = 0, twoHundred = 0] = points.map(([x]) => x);
  expect(hundred - ten).toBeCloseTo(thousand - hundred, 0);
  expect(twoHundred - twenty).toBeCloseTo(hundred - ten, 0);
  expect((twenty - ten) / (hundred - ten)).toBeCloseTo(Math.log10(2), 2);
});

describe("series that cover each other", () => {
  const orderOf = (points: number, count: number) =>
    layersOf(bake(segments(points, count), "wide")).map(({ look }) => look);

  test("take turns from below to the top, so that none hides another as a whole", () => {
    const order = orderOf(400, 4);
    const series = [...new Set(order)];
    expect(series).toHaveLength(4);
    const [a, b, c, d] = series;
    expect(order).toEqual([a, b, c, d, d, c, b, a, a, b, c, d, d, c, b, a]);
  });

  test("are one layer each where points are few, or the series the only one", () => {
    expect(orderOf(100, 4)).toHaveLength(4);
    expect(orderOf(400, 1)).toHaveLength(1);
  });

  test("keep every point of a series that has fewer than there are layers", () => {
    const spec = segments(400, 2);
    const [first, second] = spec.series;
    if (first === undefined || second === undefined) throw new Error("no series");
    const few = { ...second, x: second.x.slice(0, 3), y: second.y.slice(0, 3) };
    expect(pointsOf(bake({ ...spec, series: [first, few] }, "wide")).map(({ length }) => length)).toEqual([
      200, 3,
    ]);
  });
});

test("Points and ticks agree, upwards and to the right", () => {
  const svg = bake(cloud([10, 2000], [1, 5]), "wide");
  const [[low, high] = []] = pointsOf(svg);
  expect(high?.[0]).toBeGreaterThan(low?.[0] ?? Number.NaN);
  expect(high?.[1]).toBeLessThan(low?.[1] ?? Number.NaN);
  const [, x] = /<text x="([\d.]+)"[^>]*>\$10</u.exec(svg) ?? [];
  expect(Number(x)).toBeCloseTo(low?.[0] ?? Number.NaN, 1);
});

test("A logarithmic axis refuses what is not above 0, and says so", () => {
  expect(() => bake(cloud([0], [1]), "wide")).toThrow(
    'The axis "Spend per customer (logarithmic)" is logarithmic, and 0 is not above 0',
  );
});

test("Names from the data cannot leave their text element", () => {
  const spec = segments(40, 2);
  const hostile = "<script>alert(1)</script>";
  const svg = bake(
    {
      ...spec,
      x: { ...spec.x, name: hostile, ticks: [{ at: 10, label: hostile }] },
      y: { ...spec.y, name: hostile },
      series: spec.series.map((series) => ({ ...series, name: hostile })),
    },
    "wide",
  );
  expect(svg).not.toContain("<script>");
  expect(svg.match(/&lt;script&gt;alert\(1\)/gu)).toHaveLength(5);
});
