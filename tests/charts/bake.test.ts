import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { bake } from "../../src/charts/bake.ts";
import type { FigureSpec } from "../../src/charts/spec.ts";
import { type ChartSize, narrowBelow, sizes } from "../../src/charts/theme.ts";
import {
  ages,
  bothSides,
  category,
  elbow,
  gender,
  hostile,
  months,
  segments,
  steps,
  unfinished,
} from "./specs.ts";
import { textsOf } from "./texts-of.ts";

const bothSizes: ChartSize[] = ["wide", "narrow"];
const all: FigureSpec[] = [
  category,
  ages,
  gender,
  months(1),
  months(24),
  months(60),
  hostile,
  elbow([90, 50, 30, 25], [1, 2], ["knee", "chosen"]),
  segments(40, 2),
  steps,
  bothSides,
  unfinished,
];
const drawings = all.flatMap((spec) =>
  bothSizes.map((size) => ({ name: `${spec.id}, ${size}`, spec, size })),
);

describe.each(bothSizes)("a %s drawing", (size) => {
  test.each([category, ages])("writes every label, value and note of $id as text", (spec) => {
    const texts = textsOf(bake(spec, size));
    for (const label of spec.labels) expect(texts).toContain(label);
    for (const series of spec.series)
      for (const text of [...series.display, ...(series.notes ?? [])]) expect(texts).toContain(text);
  });

  test("begins a bar where the one before ends, each in its own colour", () => {
    const bars = [
      ...bake(steps, size).matchAll(/<rect x="(\S+)" y="\S+" width="(\S+)" \S+ rx="3" fill="var\((\S+)\)"/g),
    ];
    const [gross, returns, net] = bars.map(([, x, width, color]) => ({
      from: Number(x),
      to: Number(x) + Number(width),
      color,
    }));
    expect([gross?.color, returns?.color, net?.color]).toEqual([
      "--chart-quiet",
      "--chart-alarm",
      "--chart-accent",
    ]);
    expect(gross?.from).toBe(net?.from);
    expect(returns?.to).toBeCloseTo(gross?.to ?? 0, 0);
    expect(returns?.from).toBeCloseTo(net?.to ?? 0, 0);
  });

  test("draws bars below zero to the other side of a line", () => {
    const svg = bake(bothSides, size);
    const bars = [...svg.matchAll(/<rect x="(\S+)" y="\S+" width="(\S+)" \S+ rx="3"/g)];
    const [more, less] = bars.map(([, x, width]) => ({ from: Number(x), to: Number(x) + Number(width) }));
    expect(less?.to).toBeCloseTo(more?.from ?? 0, 0);
    expect(textsOf(svg)).toEqual(expect.arrayContaining(["+$40", "−$60"]));
  });

  test("cuts off no note behind a bar's value", () => {
    const [series] = bothSides.series;
    if (series === undefined) throw new Error("there are no bars");
    const [notes, display] = ["−$18,002 → −$13,261", "−$72,467"].map((text) => series.values.map(() => text));
    const labels = series.values.map((_, index) => `Orders per customer ${index}`);
    const long = { ...series, notes: notes ?? [], display: display ?? [], notesName: "What it was" };
    const svg = bake({ ...bothSides, labels, series: [long] }, size);
    const width = Number(/viewBox="0 0 (\S+) /.exec(svg)?.[1]);
    const written = [...svg.matchAll(/<text x="(\S+)"[^>]*>(−\$18,002[^<]*)</g)];
    // No digit is narrower than 5.5 of the 12 to 13 units of the type.
    for (const [, x, text] of written) expect(Number(x) + (text?.length ?? 0) * 5.5).toBeLessThan(width);
  });

  test("ends a line where its values do, and dashes the part to a point that stands for a part", () => {
    const svg = bake(unfinished, size);
    expect(textsOf(svg)).toEqual(expect.arrayContaining(["Jan", "Apr", "$4", "$11"]));
    // Skia writes the dashes as shapes of their own.
    expect(svg).toMatch(/<path fill="var\(--chart-accent\)" d="(?:M[^MZ]+Z){4,}"/);
    expect(svg).toMatch(
      /rx="3" fill="var\(--card\)"\/><rect [^>]+ fill="none" stroke="var\(--chart-accent\)"/,
    );
  });

  test("names the parts of a share with value, label and note", () => {
    const texts = textsOf(bake(gender, size));
    expect(texts).toEqual(["68 %", "Men", "· 2,652", "32 %", "Women", "· 1,248"]);
  });

  test("writes the first and the last month, and the last, highest and lowest value of a line", () => {
    const texts = textsOf(bake(months(60), size));
    expect(texts).toEqual(expect.arrayContaining(["Month 1", "Month 60", "$159", "$1000", "$100"]));
    expect(texts.length).toBeLessThan(14);
  });

  test("draws a chart of no labels", () => {
    for (const spec of [category, ages, gender, months(0)]) {
      const series = spec.series.map(({ notes: _, ...one }) => ({ ...one, values: [], display: [] }));
      expect(bake({ ...spec, labels: [], series }, size)).toMatch(/^<svg .*<\/svg>$/u);
    }
  });

  test("has a mark for every value", () => {
    expect(bake(category, size).match(/<rect /gu)).toHaveLength(4);
  });
});

describe.each(drawings)("$name", ({ spec, size }) => {
  const svg = bake(spec, size);

  test("is the same, byte for byte, when it is baked again", () => {
    expect(bake(spec, size)).toBe(svg);
  });

  test("has no style attribute, which the page's policy would block", () => {
    expect(svg).not.toContain("style=");
  });

  test("takes every colour from a variable", () => {
    const colors = Array.from(svg.matchAll(/ (?:fill|stroke)="([^"]*)"/gu), ([, color]) => color);
    expect(colors.filter((color) => color !== "none" && !/^var\(--[a-z-]+\)$/u.test(color ?? ""))).toEqual(
      [],
    );
    expect(svg).not.toMatch(/#[0-9a-f]{6}/iu);
  });

  test("is named by its title", () => {
    const [, id] = /aria-labelledby="([^"]*)"/u.exec(svg) ?? [];
    expect(svg).toContain(`<title id="${id}">`);
  });

  test("is lean", () => {
    expect(svg.length).toBeLessThan(3000);
  });
});

test("Labels cannot leave their text element", () => {
  const svg = bake(hostile, "wide");
  expect(svg).toContain("&lt;script&gt;");
  expect(svg).not.toMatch(/<(?:script|b|i)>/u);
  expect(svg).toContain("A &quot;title&quot; &lt;b&gt; &amp; more");
});

test("Text from right to left keeps the order in which it was written", () => {
  expect(textsOf(bake(hostile, "wide"))).toContain("שלום עולם");
});

test("Two charts on a page share no id", () => {
  const ids = drawings.flatMap(({ spec, size }) =>
    Array.from(bake(spec, size).matchAll(/ id="([^"]*)"/gu), ([, id]) => id),
  );
  expect(new Set(ids).size).toBe(ids.length);
});

test("Type stays at 12 pixels in the narrowest frame of each drawing", () => {
  const css = readFileSync(new URL("../../src/components/styles/charts.css", import.meta.url), "utf8");
  expect(css).toContain(`@container (width < ${narrowBelow}px)`);
  expect((sizes.wide.type * narrowBelow) / sizes.wide.width).toBeGreaterThanOrEqual(12);
  // The narrowest frame is 272 pixels: below that the drawing uses the card's padding.
  expect(css).toContain("@container (width < 272px)");
  expect((sizes.narrow.type * 272) / sizes.narrow.width).toBeGreaterThanOrEqual(12);
});
