import { describe, expect, test } from "vitest";
import { heatShade } from "../../src/components/heat-shade.ts";

describe("heatShade", () => {
  test("should spread five shades from zero to the largest count", () => {
    const shade = heatShade([
      [0, 25],
      [50, 100],
    ]);
    expect([0, 19, 20, 50, 79, 80, 100].map(shade)).toEqual([
      "heat-1",
      "heat-1",
      "heat-2",
      "heat-3",
      "heat-4",
      "heat-5",
      "heat-5",
    ]);
  });

  test("should start at zero and not at the smallest count, so that close counts look alike", () => {
    const shade = heatShade([[900, 1000]]);
    expect([900, 1000].map(shade)).toEqual(["heat-5", "heat-5"]);
    expect(heatShade([[50, 100]])(50)).toBe("heat-3");
  });

  test("should give equal counts one shade, and counts of nothing the lightest", () => {
    expect(heatShade([[7, 7]])(7)).toBe("heat-5");
    expect(heatShade([[0, 0]])(0)).toBe("heat-1");
  });

  test("should mark a count that is not published, and not let it count", () => {
    const shade = heatShade([[null, 10, 20]]);
    expect([null, 10, 20].map(shade)).toEqual(["heat-none", "heat-3", "heat-5"]);
    expect(heatShade([[null]])(null)).toBe("heat-none");
  });
});
