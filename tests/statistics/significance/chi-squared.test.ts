import { describe, expect, test } from "vitest";
import { evennessTest } from "../../../src/statistics/significance/chi-squared.ts";

describe("evennessTest", () => {
  test("should be the sum of squared differences over what is expected", () => {
    // Expected 20 each: (100 + 0 + 100) / 20 = 10 at 2 degrees, p = exp(-5), w = sqrt(10 / 60).
    const found = evennessTest([10, 20, 30]);
    expect(found).toMatchObject({ statistic: 10, degrees: 2 });
    expect(found?.p).toBeCloseTo(Math.exp(-5), 12);
    expect(found?.effect).toBeCloseTo(Math.sqrt(1 / 6), 12);
  });

  test("should find nothing in equal counts", () => {
    expect(evennessTest([7, 7, 7])).toMatchObject({ statistic: 0, p: 1, effect: 0 });
  });

  test("should not judge a single count, nor few in each", () => {
    expect(evennessTest([100])).toBeNull();
    expect(evennessTest([4, 4])).toBeNull();
  });
});
