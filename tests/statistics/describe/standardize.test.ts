import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { standardize } from "../../../src/statistics/describe/standardize.ts";
import { golden, shoppingColumns } from "../clusters/clustering-samples.ts";
import { samples } from "../samples.ts";

const meanOf = (values: Float64Array) => values.reduce((all, value) => all + value, 0) / values.length;

describe("standardize", () => {
  test.each([
    { values: [1, 2, 0], mean: 1, deviation: 0.81, z: [0, 1.22, -1.22] },
    { values: [-1, 0, 1], mean: 0, deviation: 0.81, z: [-1.22, 0, 1.22] },
    { values: [2, 0, -1], mean: 0.33, deviation: 1.24, z: [1.33, -0.26, -1.06] },
  ])("should scale $values as scikit-learn's StandardScaler", ({ values, mean, deviation, z }) => {
    // scikit-learn user guide, 6.3.1 (Standardization): X_train by columns, figures cut to two digits there.
    const standard = standardize(Float64Array.from(values));
    const cut = (value = Number.NaN) => Math.trunc(value * 100) / 100 + 0;
    expect(cut(standard?.mean)).toBe(mean);
    expect(cut(standard?.deviation)).toBe(deviation);
    expect(Array.from(standard?.z ?? [], cut)).toEqual(z);
  });

  test("should divide by the number of values, not by one less", () => {
    // StandardScaler's own example: a column of 0, 0, 1, 1 has mean 0.5 and becomes -1, -1, 1, 1.
    expect(standardize(Float64Array.of(0, 0, 1, 1))).toEqual({
      z: Float64Array.of(-1, -1, 1, 1),
      mean: 0.5,
      deviation: 0.5,
    });
  });

  test("should scale the shopping data as scikit-learn did", (context) => {
    shoppingColumns(context).forEach((column, axis) => {
      const standard = standardize(column);
      expect(standard?.mean).toBeCloseTo(golden.mean[axis] ?? Number.NaN, 10);
      expect(standard?.deviation).toBeCloseTo(golden.deviation[axis] ?? Number.NaN, 10);
    });
  });

  test.each([
    { what: "no values", values: [] },
    { what: "one value", values: [5] },
    { what: "equal values", values: [7, 7, 7] },
    { what: "zeros", values: [0, -0, 0] },
    { what: "equal values whose mean is rounded", values: Array<number>(7).fill(0.1) },
    { what: "not a number", values: [1, Number.NaN, 3] },
    { what: "infinity", values: [1, 2, Number.POSITIVE_INFINITY] },
    { what: "minus infinity", values: [Number.NEGATIVE_INFINITY, 2, 3] },
    { what: "values whose squares are beyond doubles", values: [1e200, 3e200] },
    { what: "both infinities", values: [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY] },
  ])("should be null for $what", ({ values }) => {
    expect(standardize(Float64Array.from(values))).toBeNull();
  });

  test("should be null for any value repeated", () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e12, max: 1e12, noNaN: true }),
        fc.integer({ min: 1, max: 200 }),
        (value, count) => {
          expect(standardize(new Float64Array(count).fill(value))).toBeNull();
        },
      ),
    );
  });

  test("should leave the values as they were", () => {
    const values = Float64Array.of(3, 1, 2);
    standardize(values);
    expect(values).toEqual(Float64Array.of(3, 1, 2));
  });

  test("should give values of mean 0 and deviation 1, from which the first can be had again", () => {
    fc.assert(
      fc.property(samples, (sample) => {
        const values = Float64Array.from(sample);
        const standard = standardize(values);
        // Squares of spreads below 1e-150 are lost to underflow, and large means cost digits.
        fc.pre(standard !== null && standard.deviation > Math.max(1e-150, 1e-6 * Math.abs(standard.mean)));
        const { z, mean, deviation } = standard;
        expect(deviation).toBeGreaterThan(0);
        expect(meanOf(z)).toBeCloseTo(0, 8);
        expect(meanOf(z.map((value) => value * value))).toBeCloseTo(1, 8);
        z.forEach((value, index) => {
          expect(Math.abs(mean + value * deviation - (values[index] ?? Number.NaN))).toBeLessThan(
            1e-9 * (Math.abs(mean) + deviation),
          );
        });
      }),
    );
  });

  test("should not depend on the unit, nor on where it begins", () => {
    const whole = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 2, maxLength: 40 });
    fc.assert(
      fc.property(
        whole,
        fc.integer({ min: 1, max: 100 }),
        fc.integer({ min: -500, max: 500 }),
        (list, scale, shift) => {
          const one = standardize(Float64Array.from(list));
          const other = standardize(Float64Array.from(list, (value) => value * scale + shift));
          expect(other === null).toBe(one === null);
          one?.z.forEach((value, index) => {
            expect(other?.z[index]).toBeCloseTo(value, 9);
          });
        },
      ),
    );
  });
});
