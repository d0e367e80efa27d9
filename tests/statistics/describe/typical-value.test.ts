import { describe, expect, test } from "vitest";
import { typicalValue } from "../../../src/statistics/describe/typical-value.ts";

const upTo = (count: number) => Float64Array.from({ length: count }, (_, index) => index + 1);

describe("typicalValue", () => {
  // Ranks by scipy's binom.cdf(rank - 1, n, .5) <= .025: of 10 values the 2nd and 9th, of 25 the 8th and 18th, of 1,001
  // the 470th and 532nd.
  test.each([
    [6, 1, 6],
    [10, 2, 9],
    [25, 8, 18],
    [100, 40, 61],
    [1001, 470, 532],
  ])("should give median and interval of %d values by rank", (count, low, high) => {
    const median = (count + 1) / 2;
    expect(typicalValue(upTo(count), 1)).toEqual({ typical: median, low, high });
  });

  test("should know no interval of five values", () => {
    expect(typicalValue(upTo(5), 1)).toBeNull();
  });

  test("should tell means of several values, so that none is one of them", () => {
    const found = typicalValue(Float64Array.of(1, 2, 10, 20, 30, 400, 500), 3);
    expect(found?.typical).toBe(20);
    expect(found?.low).toBeCloseTo(13 / 3, 12);
    expect(found?.high).toBe(310);
  });
});
