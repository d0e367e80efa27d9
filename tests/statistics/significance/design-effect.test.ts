import { describe, expect, test } from "vitest";
import { clusteredTail } from "../../../src/statistics/significance/design-effect.ts";

describe("clusteredTail", () => {
  test("should divide the standard normal value by the root of the effect", () => {
    // scipy.stats.norm.sf(4) and sf(2)
    expect(clusteredTail({ p: 3.167124183311986e-5 }, 4)).toBeCloseTo(0.022750131948179195, 12);
  });

  test("should leave p as it is for an effect of 1 or less, and where nothing is found", () => {
    expect(clusteredTail({ p: 0.003 }, 1)).toBe(0.003);
    expect(clusteredTail({ p: 0.003 }, 0.4)).toBe(0.003);
    expect(clusteredTail({ p: 0.7 }, 3)).toBe(0.7);
    expect(clusteredTail({ p: 1 }, 3)).toBe(1);
  });

  test("should still tell tiny chances apart from none", () => {
    expect(clusteredTail({ p: 0 }, 100)).toBeGreaterThan(1e-5);
  });
});
