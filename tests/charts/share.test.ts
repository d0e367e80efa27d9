import { describe, expect, test } from "vitest";
import type { ChartSpec } from "../../src/charts/spec.ts";
import { drawnSpec, textOf } from "./drawn-chart.ts";
import { gender } from "./specs.ts";

/** One bar of these parts, 520 wide, each written "50 %" or so, with notes where there are some. */
function share(values: number[], labels: string[], notes?: string[]): ChartSpec {
  const [base] = gender.series;
  if (base === undefined) throw new Error("no series");
  const { notes: _, ...rest } = base;
  const display = values.map((value) => `${String(value).padStart(2, "0")} %`);
  return { ...gender, labels, series: [{ ...rest, values, display, ...(notes ? { notes } : {}) }] };
}

const letters = (count: number) => "x".repeat(count);

describe("the parts of a share", () => {
  test("should fill the width with round corners, 2 apart, in colours of their own", () => {
    const { marks } = drawnSpec(share([50, 30, 20], ["A", "B", "C"]));
    const parts = marks.toSorted((a, b) => a.x - b.x);
    expect(parts.map(({ x, width, height, fill }) => [x, width, height, fill])).toEqual([
      [1, 258, 32, "accent"],
      [261, 154, 32, "second"],
      [417, 102, 32, "third"],
    ]);
  });

  test("should give no gap where they are 4 wide or less", () => {
    // 0.5 % of 520 are 2.6, 1 % are 5.2.
    const smallest = (value: number) =>
      Math.min(...drawnSpec(share([100 - value, value], ["A", "B"])).marks.map(({ width }) => width));
    expect(smallest(0.5)).toBeCloseTo(2.6, 1);
    expect(smallest(1)).toBeCloseTo(3.2, 1);
  });

  test("should take the colours again from the sixth on", () => {
    const { marks } = drawnSpec(share([20, 20, 20, 20, 10, 10], ["A", "B", "C", "D", "E", "F"]));
    expect(marks.toSorted((a, b) => a.x - b.x).map(({ fill }) => fill)).toEqual([
      "accent",
      "second",
      "third",
      "fourth",
      "quiet",
      "accent",
    ]);
  });

  test("should be told one by one by the tooltip", () => {
    const drawn = drawnSpec(share([50, 30, 20], ["A", "B", "C"], ["five", "three", "two"]));
    expect([100, 300, 500].map((x) => drawn.toldAt(x, 20))).toEqual([
      ["A", "50 % · five"],
      ["B", "30 % · three"],
      ["C", "20 % · two"],
    ]);
  });

  test("should be named where all of them are 0", () => {
    const { texts, marks } = drawnSpec(share([0, 0], ["A", "B"]));
    expect(texts.map(({ text }) => text)).toEqual(["00 %", "A", "00 %", "B"]);
    expect(marks.filter(({ width }) => width > 0)).toEqual([]);
  });
});

describe("the names of the parts", () => {
  test("should stand beneath the parts, value, label and note 5 apart", () => {
    const { texts, blocks, height } = drawnSpec(share([50, 50], ["First", "Second"], ["one", ""]));
    expect(texts.map(({ text, x, tone, bold }) => [text, x, tone, bold])).toEqual([
      ["50 %", 2, "ink", true],
      ["First", 31, "ink", false],
      ["· one", 61, "muted", false],
      ["50 %", 262, "ink", true],
      ["Second", 291, "ink", false],
    ]);
    expect(blocks).toEqual([]);
    // All of them under the bar, which ends at 38, and above the edge.
    for (const { y } of texts) expect(y - 14).toBeGreaterThan(38);
    for (const { y } of texts) expect(y).toBeLessThan(height - 2);
  });

  test.each([
    // Of 260 units the value takes 24, 5 part it from its label, and 8 from the next part.
    ["a label", 44, undefined],
    // A note of 3 characters takes 15, and 5 part it.
    ["a label and a note", 40, ["1", "1"]],
  ])("should be a list where %s has no room beneath its part", (_, most, notes) => {
    const beneath = drawnSpec(share([50, 50], [letters(most), "B"], notes));
    expect(textOf(beneath, "B").y).toBe(textOf(beneath, letters(most)).y);
    const listed = drawnSpec(share([50, 50], [letters(most + 1), "B"], notes));
    expect(textOf(listed, "B").y).toBe(textOf(listed, letters(most + 1)).y + 23);
  });

  test("should stand in a list behind swatches of their parts' colours, within the drawing", () => {
    const { texts, blocks, height } = drawnSpec(share([97, 2, 1], ["First", "Second", "Third"]));
    expect(blocks.map(({ x, width, height, fill }) => [x, width, height, fill])).toEqual([
      [0, 10, 10, "accent"],
      [0, 10, 10, "second"],
      [0, 10, 10, "third"],
    ]);
    const values = texts.filter(({ bold }) => bold);
    expect(values.map(({ x }) => x)).toEqual([18, 18, 18]);
    // A swatch lies around the middle of its line.
    values.forEach(({ y }, index) => {
      expect((blocks[index]?.y ?? 0) + 5).toBeCloseTo(y - 14 * 0.36, 0);
    });
    expect(blocks[0]?.y).toBeGreaterThan(38);
    expect(values.at(-1)?.y).toBeLessThan(height - 2);
  });

  test("should be cut in a list where a label leaves no room for its note", () => {
    // 47 units stand before the label and 20 behind it: 453 are left, 90 characters of 5.
    const cut = (label: string, notes?: string[]) =>
      drawnSpec(share([50, 50], [label, "B"], notes)).texts[1]?.text.length;
    expect(cut(letters(90), ["1", "1"])).toBe(90);
    expect(cut(letters(120), ["1", "1"])).toBe(90);
    // Without a note 473.
    expect(cut(letters(120))).toBe(94);
  });
});
