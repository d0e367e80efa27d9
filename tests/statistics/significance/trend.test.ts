import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { seededRandom } from "../../../src/statistics/random/random.ts";
import { normalTail } from "../../../src/statistics/significance/tails.ts";
import { trendOf } from "../../../src/statistics/significance/trend.ts";

const times = Array.from({ length: 60 }, (_, index) => index);

describe("trendOf", () => {
  test("should be the least-squares slope with White's error, worked out by hand", () => {
    // y = 1 at every third time: slope Σ(x − x̄)(y − ȳ) / Σ(x − x̄)².
    const values = times.map((time): number => (time % 3 === 0 ? 1 : 0));
    const mean = 29.5;
    const xx = times.reduce((sum, x) => sum + (x - mean) ** 2, 0);
    const share = values.reduce((sum, y) => sum + y, 0) / 60;
    const slope = times.reduce((sum, x, index) => sum + (x - mean) * ((values[index] ?? 0) - share), 0) / xx;
    const spread = times.reduce(
      (sum, x, index) => sum + ((x - mean) * ((values[index] ?? 0) - share - slope * (x - mean))) ** 2,
      0,
    );
    const z = slope / (Math.sqrt((spread * 60) / 58) / xx);
    const found = trendOf(times, values);
    expect(found?.slope).toBeCloseTo(slope, 12);
    expect(found?.p).toBeCloseTo(normalTail(z), 12);
  });

  test("should not mind where times and values begin", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -5, max: 5 }), { minLength: 40, maxLength: 60 }),
        fc.integer({ min: -100, max: 100 }),
        (values, shift) => {
          const some = times.slice(0, values.length);
          const one = trendOf(some, values);
          const other = trendOf(
            some.map((time) => time + shift),
            values.map((value) => value - shift),
          );
          expect(other?.slope ?? 0).toBeCloseTo(one?.slope ?? 0, 9);
          expect(other?.p ?? 1).toBeCloseTo(one?.p ?? 1, 6);
        },
      ),
    );
  });

  test("should take no season for a trend where months are held against the same months", () => {
    // Two years that end in their highest month.
    const months = Array.from({ length: 240 }, (_, index) => Math.floor(index / 10));
    const random = seededRandom(5);
    const values = months.map((month) => (month % 12 >= 9 ? 3 : 0) + random());
    expect(trendOf(months, values)?.p).toBeLessThan(0.01);
    const groups = months.map((month) => month % 12);
    expect(trendOf(months, values, groups)?.p).toBeGreaterThan(0.05);
    const grown = values.map((value, index) => value + (months[index] ?? 0) / 12);
    expect(trendOf(months, grown, groups)?.p).toBeLessThan(0.001);
    expect(trendOf(months, grown, groups)?.slope).toBeCloseTo(1 / 12, 1);
  });

  test("should find a slope by chance as often as it says", () => {
    const random = seededRandom(11);
    let found = 0;
    for (let round = 0; round < 400; round += 1) {
      const values = times.map(() => (random() < 0.1 ? 1 : 0));
      if ((trendOf(times, values)?.p ?? 1) < 0.05) found += 1;
    }
    // 20 are expected; the normal curve is a little generous with 60 values.
    expect(found).toBeLessThan(40);
    expect(found).toBeGreaterThan(6);
  });

  test("should tell nothing of few values, or of what does not vary", () => {
    expect(trendOf([1, 2, 3], [1, 2, 3])).toBeNull();
    expect(
      trendOf(
        times,
        times.map(() => 4),
      ),
    ).toBeNull();
    expect(
      trendOf(
        times.map(() => 4),
        times,
      ),
    ).toBeNull();
  });
});
