import { describe, expect, test } from "vitest";
import { bounds, kindOf, overweight, type Weights, weightOf } from "./weights.ts";

const light: Weights = {
  pages: { files: 1, sum: 10, largest: 10 },
  scripts: { files: 1, sum: 10, largest: 10 },
  styles: { files: 1, sum: 10, largest: 10 },
  fonts: { files: 1, sum: 10, largest: 10 },
  data: { files: 1, sum: 10, largest: 10 },
};

describe("overweight", () => {
  test("should find no fault with a light report", () => {
    expect(overweight(light)).toEqual([]);
  });

  test("should name the kind, what it weighs and what it may, at the byte above", () => {
    const most = bounds.scripts?.sum ?? 0;
    const scripts = (sum: number) => ({ ...light, scripts: { files: 9, sum, largest: 10 } });
    expect(overweight(scripts(most))).toEqual([]);
    expect(overweight(scripts(most + 1))).toEqual([
      `scripts: ${most + 1} bytes together, at most ${most} may be`,
    ]);
    const largest = bounds.pages?.largest ?? 0;
    const pages = { files: 9, sum: largest * 9, largest: largest + 1 };
    expect(overweight({ ...light, pages })).toEqual([
      `pages: the largest has ${largest + 1} bytes, at most ${largest} may be`,
    ]);
  });

  test("should not take an empty folder for a light report", () => {
    expect(overweight({})).toHaveLength(5);
  });
});

test("weightOf should compress what compresses, and leave alone what does not", () => {
  expect(weightOf(new Uint8Array(10_000))).toBeLessThan(100);
  expect(weightOf(Uint8Array.from([1, 2, 3]))).toBe(3);
});

test("kindOf should know the kinds by their endings", () => {
  expect([".html", ".woff2", ".xml", ""].map(kindOf)).toEqual(["pages", "fonts", "other", "other"]);
});
