import { describe, expect, test } from "vitest";
import { detectableShare, meanReaching } from "../../../src/statistics/significance/detectable-share.ts";

describe("detectableShare", () => {
  test("should be what Cohen's formula gives", () => {
    // R's pwr.p.test(h, n = 200, sig.level = 0.05, alternative = "greater") has power 0.8 at h = 0.1758202.
    const share = detectableShare({ expected: 0.1, observations: 200, mostChance: 0.05 });
    const h = 2 * Math.asin(Math.sqrt(share ?? 0)) - 2 * Math.asin(Math.sqrt(0.1));
    expect(h).toBeCloseTo((1.6448536269514722 + 0.8416212335729143) / Math.sqrt(200), 9);
    expect(h).toBeCloseTo(0.1758202, 6);
  });

  test("should be null where no share is large enough", () => {
    expect(detectableShare({ expected: 0.5, observations: 4, mostChance: 1e-6 })).toBeNull();
  });
});

test("meanReaching should give a count that reaches so much four times in five", () => {
  // scipy.stats.poisson.sf(4, m) and sf(49, m) are 0.8 at 6.72 and 55.9.
  expect(Math.abs(meanReaching(5) / 6.72 - 1)).toBeLessThan(0.06);
  expect(Math.abs(meanReaching(50) / 55.9 - 1)).toBeLessThan(0.02);
});
