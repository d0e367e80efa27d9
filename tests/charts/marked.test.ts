import { describe, expect, test } from "vitest";
import { bake } from "../../src/charts/bake.ts";
import { type ChartSize, sizes } from "../../src/charts/theme.ts";
import { elbow } from "./specs.ts";
import { textsOf } from "./texts-of.ts";

const bothSizes: ChartSize[] = ["wide", "narrow"];
const distances = [9820, 7011, 5230, 4048, 3790, 3610, 3480, 3401, 3350];

/** Where each text starts and ends if a character is about half as wide as it is high, and its baseline. */
function boxesOf(svg: string, size: ChartSize) {
  return Array.from(
    svg.matchAll(/<text x="([\d.-]+)" y="([\d.-]+)"[^>]*>([^<]*)<\/text>/gu),
    ([, x, y, text = ""]) => ({
      text,
      left: Number(x),
      right: Number(x) + text.length * sizes[size].type * 0.5,
      y: Number(y),
    }),
  );
}

describe.each(bothSizes)("marked points of a %s line", (size) => {
  const { type, width } = sizes[size];

  test("are written with their words in the place of highest, lowest and last", () => {
    const texts = textsOf(bake(elbow(distances, [3, 4], ["knee", "chosen"]), size));
    expect(texts).toEqual(expect.arrayContaining(["4,048", "· knee", "3,790", "· chosen"]));
    for (const other of ["9,820", "3,350"]) expect(texts).not.toContain(other);
  });

  test("are drawn larger than others", () => {
    const svg = bake(elbow(distances, [3, 4], []), size);
    expect(svg.match(/<rect [^>]*width="10" height="10" rx="5"/gu)).toHaveLength(2);
  });

  test("need no words", () => {
    const texts = textsOf(bake(elbow(distances, [3], []), size));
    expect(texts).toContain("4,048");
    expect(texts.filter((text) => text.startsWith("·"))).toEqual([]);
  });

  test("may be none, and may lie where there is no value", () => {
    expect(textsOf(bake(elbow(distances, [], []), size))).not.toContain("3,350");
    expect(bake(elbow(distances, [99], ["nowhere"]), size)).not.toContain("nowhere");
  });

  test.each([[[3, 4]], [[0, 8]], [[0, 1]], [[7, 8]], [[2, 3, 4]], [[0, 1, 2, 3, 4, 5, 6, 7, 8]]])(
    "%j stand clear of each other and of the edges",
    (marked) => {
      const svg = bake(elbow(distances, marked, ["a knee", "the chosen", "third"]), size);
      const boxes = boxesOf(svg, size).filter(({ text }) => /[,·]/u.test(text));
      expect(boxes.length).toBeGreaterThan(1);
      for (const [index, one] of boxes.entries()) {
        expect(one.left).toBeGreaterThanOrEqual(0);
        expect(one.right).toBeLessThanOrEqual(width + type);
        for (const other of boxes.slice(index + 1)) {
          const apart =
            one.right < other.left + type * 0.5 ||
            other.right < one.left + type * 0.5 ||
            Math.abs(one.y - other.y) >= type;
          expect(apart, `"${one.text}" and "${other.text}"`).toBe(true);
        }
      }
    },
  );
});
