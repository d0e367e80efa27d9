import { describe, expect, test } from "vitest";
import { heatShade } from "../../src/components/heat-shade.ts";

describe("heatShade", () => {
  test("should spread five shades from the smallest to the largest count", () => {
    const shade = heatShade([
      [0, 25],
      [50, 100],
    ]);
    expect([0, 19, 20, 50, 99, 100].map(shade)).toEqual([
      "heat-1",
      "heat-1",
      "heat-2",
      "heat-3",
      "heat-5",
      "heat-5",
    ]);
  });

  test("should give the middle shade where all counts are equal", () => {
    expect(heatShade([[7, 7]])(7)).toBe("heat-3");
  });

  test("should mark a count that is not published, and not let it count", () => {
    const shade = heatShade([[null, 10, 20]]);
    expect([null, 10, 20].map(shade)).toEqual(["heat-none", "heat-1", "heat-5"]);
  });
});
