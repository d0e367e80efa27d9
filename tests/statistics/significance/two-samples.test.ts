import { describe, expect, test } from "vitest";
import { normalTail } from "../../../src/statistics/significance/tails.ts";
import {
  countDifference,
  meanDifference,
  shareDifference,
  sumDifference,
} from "../../../src/statistics/significance/two-samples.ts";

describe("countDifference", () => {
  test("should take 100 and 130 for near to noise, by hand: z = 30 / √230 = 1.978", () => {
    expect(countDifference(100, 130)).toBeCloseTo(normalTail(1.97814), 5);
    expect(countDifference(130, 100)).toBe(countDifference(100, 130));
  });
  test("should hold counts of periods of different lengths against each other by the day", () => {
    expect(countDifference(100, 200, [30, 60])).toBe(1);
    // scipy: 2 * norm.sf((100 - 280/3) / sqrt(280 * 2/9))
    expect(countDifference(100, 180, [30, 60])).toBeCloseTo(0.39802, 4);
    expect(countDifference(100, 200, [30, 30])).toBeLessThan(1e-6);
  });
  test("should not judge where fewer than five were to be expected", () => {
    expect(countDifference(4, 5)).toBeNull();
    expect(countDifference(5, 5)).toBe(1);
  });
});

describe("shareDifference", () => {
  // R: prop.test(c(15, 30), c(100, 100), correct = FALSE)$p.value is 0.01109 (chi-squared 6.4516)
  test("should give what R gives", () => {
    expect(shareDifference({ count: 15, of: 100 }, { count: 30, of: 100 })).toBeCloseTo(0.01109, 4);
  });
  test.each([
    ["an empty whole", { count: 0, of: 0 }, { count: 5, of: 10 }],
    ["a part larger than its whole", { count: 11, of: 10 }, { count: 50, of: 100 }],
    ["rare cases", { count: 2, of: 100 }, { count: 6, of: 100 }],
    ["nearly all", { count: 98, of: 100 }, { count: 96, of: 100 }],
  ])("should not judge %s", (_, one, other) => {
    expect(shareDifference(one, other)).toBeNull();
  });
});

describe("meanDifference and sumDifference", () => {
  const sample = (mean: number, count = 50, deviation = 10) => ({ mean, deviation, count });
  test("should hold means against their spread, by hand: z = 4 / √(2 × 100 / 50) = 2", () => {
    expect(meanDifference(sample(10), sample(14))).toBeCloseTo(normalTail(2), 12);
  });
  test("should hold sums against theirs, by hand: z = 200 / √(50 × 200 + 50 × 296)", () => {
    expect(sumDifference(sample(10), sample(14))).toBeCloseTo(normalTail(200 / Math.sqrt(24_800)), 12);
  });
  test("should hold sums of periods of different lengths against each other by the day", () => {
    const twice = sample(10, 100);
    expect(sumDifference(sample(10), twice, [30, 60])).toBe(1);
    // By hand: (700/30 - 1000/60) / hypot(sqrt(50 * 296) / 30, sqrt(100 * 200) / 60)
    expect(sumDifference(sample(14), twice, [30, 60])).toBeCloseTo(
      normalTail((700 / 30 - 1000 / 60) / Math.hypot(Math.sqrt(14_800) / 30, Math.sqrt(20_000) / 60)),
      12,
    );
  });
  test("should not judge few values, nor what does not spread", () => {
    expect(meanDifference(sample(10, 29), sample(14))).toBeNull();
    expect(sumDifference(sample(10, 29), sample(14))).toBeNull();
    expect(meanDifference(sample(1, 50, 0), sample(2, 50, 0))).toBeNull();
    expect(sumDifference(sample(0, 50, 0), sample(0, 50, 0))).toBeNull();
  });
});
