import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sparkline, sparklineSize } from "../../src/charts/sparkline.ts";

describe("sparkline", () => {
  test("should reach from the lowest at the bottom to the highest on top", () => {
    expect(sparkline([0, 10, 5])).toEqual({ path: "M3 25L48 3L93 14", end: { x: 93, y: 14 } });
  });

  test("should run through the middle where all values are equal", () => {
    expect(sparkline([4, 4])).toEqual({ path: "M3 14L93 14", end: { x: 93, y: 14 } });
  });

  test("should break at values that are not known, and end at the last that is", () => {
    expect(sparkline([0, 1, null, 1, null])?.path).toBe("M3 25L25.5 3M70.5 3");
    expect(sparkline([0, 1, null, 1, null])?.end).toEqual({ x: 70.5, y: 3 });
  });

  test("should be none for fewer than two known values", () => {
    expect(sparkline([])).toBeNull();
    expect(sparkline([1, null])).toBeNull();
  });

  test("should stay inside its box, whatever the values", () => {
    const value = fc.option(fc.double({ noNaN: true, min: -1e300, max: 1e300 }));
    fc.assert(
      fc.property(fc.array(value, { minLength: 2, maxLength: 30 }), (values) => {
        const numbers =
          sparkline(values)
            ?.path.match(/[-\d.e+]+/g)
            ?.map(Number) ?? [];
        numbers.forEach((number, index) => {
          expect(number).toBeGreaterThanOrEqual(0);
          expect(number).toBeLessThanOrEqual(index % 2 === 0 ? sparklineSize.width : sparklineSize.height);
        });
      }),
    );
  });
});
