import { describe, expect, test } from "vitest";
import { labelsBelow, within } from "../../src/charts/labels.ts";
import { measure } from "./drawn-chart.ts";

/** Labels of as many characters each, 5 wide, below marks a pitch apart; what is written, and how wide it is. */
function written({
  count,
  characters,
  pitch,
  width,
}: Record<"count" | "characters" | "pitch" | "width", number>) {
  const labels = Array.from({ length: count }, (_, index) => String(index + 1).padStart(characters, "x"));
  const texts = labelsBelow(
    labels,
    labels.map((_, index) => pitch * (index + 0.5)),
    100,
    width,
    measure,
  );
  return texts.map(({ text, x }) => ({
    label: Math.round(x / pitch + 0.5),
    text,
    x,
    whole: labels.includes(text),
  }));
}

const labelsOf = (each: ReturnType<typeof written>) => each.map(({ label }) => label);

describe("labelsBelow", () => {
  test("should write every label where the longest leaves 8 to its neighbour, in the middle below its mark", () => {
    // 8 characters of 5 are 40, and with 8 between them 48.
    const texts = labelsBelow(["xxxxxxx1", "2", "3"], [24, 72, 120], 100, 144, measure);
    expect(texts.map(({ text, x, y, align, tone, bold }) => [text, x, y, align, tone, bold])).toEqual([
      ["xxxxxxx1", 24, 100, "center", "ink", false],
      ["2", 72, 100, "center", "ink", false],
      ["3", 120, 100, "center", "ink", false],
    ]);
  });

  test("should write every second and the last where they leave less, but none that touches the last", () => {
    expect(labelsOf(written({ count: 4, characters: 9, pitch: 48, width: 192 }))).toEqual([1, 4]);
    expect(labelsOf(written({ count: 5, characters: 9, pitch: 48, width: 240 }))).toEqual([1, 3, 5]);
  });

  test("should write all, cut so that 8 are left between them, where marks are 72 apart", () => {
    const texts = written({ count: 4, characters: 20, pitch: 72, width: 288 });
    expect(labelsOf(texts)).toEqual([1, 2, 3, 4]);
    // 64 have room for 12 characters of 5; the labels differ at their end.
    for (const { text } of texts) expect(text).toMatch(/^x{5}…x{5}\d$/);
    expect(labelsOf(written({ count: 4, characters: 20, pitch: 71, width: 284 }))).toEqual([1, 4]);
  });

  test("should leave out as few as leave half a label between two", () => {
    // One and a half of 40 and 2 are 62: twice 31.
    expect(labelsOf(written({ count: 9, characters: 8, pitch: 31, width: 279 }))).toEqual([1, 3, 5, 7, 9]);
    // Three times 30 reach it, twice 30 do not.
    expect(labelsOf(written({ count: 10, characters: 8, pitch: 30, width: 300 }))).toEqual([1, 4, 7, 10]);
    expect(labelsOf(written({ count: 9, characters: 8, pitch: 30, width: 270 }))).toEqual([1, 4, 7, 9]);
    expect(labelsOf(written({ count: 8, characters: 8, pitch: 30, width: 240 }))).toEqual([1, 4, 8]);
  });

  test("should write the last label whole where others are cut, unless it takes half of the width", () => {
    const wide = { count: 20, pitch: 21, width: 420 };
    // Labels have room for 118; half of the width are 210.
    const last = (characters: number) => written({ ...wide, characters }).at(-1);
    expect(last(40)).toMatchObject({ whole: true });
    expect(last(42)).toMatchObject({ whole: false });
    expect(last(60)).toMatchObject({ whole: false });
    expect(written({ ...wide, characters: 40 })[0]).toMatchObject({ whole: false });
  });

  test("should hold labels within the width, and leave out the one that a label at the edge reaches", () => {
    const labels = Array.from({ length: 7 }, (_, index) => `${index + 1}`.padStart(20, "x"));
    const xs = labels.map((_, index) => index * 61);
    // The first, moved in to 50, reaches to 100, and the third begins at 72.
    const texts = labelsBelow(labels, xs, 100, 366, measure);
    expect(texts.map(({ text, x }) => [text.slice(-1), x])).toEqual([
      ["1", 50],
      ["5", 244],
    ]);
  });

  test("should let a label stand 6 behind the one before it, and no nearer", () => {
    const labels = ["xxxxxxx1", "xxxxxxx2"];
    // The first reaches to 40 at the edge; the second is 20 to both sides.
    const count = (x: number) => labelsBelow(labels, [0, x], 100, 200, measure).length;
    expect(count(66)).toBe(2);
    expect(count(65)).toBe(1);
  });

  test("should keep the first label where there is no room for another", () => {
    const texts = labelsBelow(["xxxxxxx1", "xxxxxxx2", "xxxxxxx3"], [10, 35, 60], 100, 70, measure);
    expect(texts.map(({ text }) => text)).toEqual(["xxxxxxx1"]);
  });

  test("should give a single label the whole width, and write nothing of none", () => {
    const label = "A label of 30 characters, long";
    expect(labelsBelow([label], [100], 100, 200, measure)).toMatchObject([{ text: label, x: 100 }]);
    expect(labelsBelow([], [], 100, 200, measure)).toEqual([]);
  });
});

test("A text is moved so that it stays between the edges", () => {
  expect([0, 10, 50, 90, 100].map((x) => within(x, 20, 100))).toEqual([20, 20, 50, 80, 80]);
});
