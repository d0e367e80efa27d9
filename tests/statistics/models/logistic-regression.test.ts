import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fitLogistic, type Labelled, logistic } from "../../../src/statistics/models/logistic-regression.ts";

function rowsOf(rows: readonly (readonly number[])[]): Labelled["features"] {
  const width = Math.max(0, ...rows.map((row) => row.length));
  const filled = rows.map((row) => row.flatMap((value, column) => (value === 0 ? [] : [{ column, value }])));
  return {
    starts: Int32Array.from([0, ...filled.map((_, index) => filled.slice(0, index + 1).flat().length)]),
    columns: Int32Array.from(filled.flat().map(({ column }) => column)),
    values: Float32Array.from(filled.flat().map(({ value }) => value)),
    width,
  };
}

function labelled(rows: readonly (readonly number[])[], positive: readonly number[]): Labelled {
  return {
    features: rowsOf(rows),
    rows: Int32Array.from(rows.keys()),
    positive: Float64Array.from(positive),
    weights: new Float64Array(rows.length).fill(1),
  };
}

// Hours of study and whether an exam was passed, the example of Wikipedia's "Logistic regression".
const hours = [
  0.5, 0.75, 1, 1.25, 1.5, 1.75, 1.75, 2, 2.25, 2.5, 2.75, 3, 3.25, 3.5, 4, 4.25, 4.5, 4.75, 5, 5.5,
];
const passed = [0, 0, 0, 0, 0, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 1, 1, 1, 1, 1];

describe("fitLogistic", () => {
  test("should find the coefficients of greatest likelihood where the penalty is next to nothing", () => {
    const [slope = 0, intercept = 0] = fitLogistic(
      labelled(
        hours.map((each) => [each]),
        passed,
      ),
      {
        penalty: 1e-9,
        tolerance: 1e-9,
      },
    );
    // R's glm: 1.5046 and −4.0777.
    expect(slope).toBeCloseTo(1.5046, 4);
    expect(intercept).toBeCloseTo(-4.0777, 4);
  });

  test("should give the log odds of a table of two by two", () => {
    const rows = [...Array(20).fill([1]), ...Array(20).fill([0])];
    const positive = [...rows.keys()].map((row) => (row < 20 ? +(row < 10) : +(row < 25)));
    const [slope = 0, intercept = 0] = fitLogistic(labelled(rows, positive), {
      penalty: 1e-9,
      tolerance: 1e-9,
    });
    expect(intercept).toBeCloseTo(Math.log(5 / 15), 5);
    expect(slope).toBeCloseTo(Math.log(3), 5);
  });

  test("should take a share of a row for as many rows of either kind", () => {
    const apart = fitLogistic(labelled([[1], [1], [1], [0], [2]], [1, 1, 0, 0, 1]), {
      penalty: 0.5,
      tolerance: 1e-9,
    });
    const together = fitLogistic(
      { ...labelled([[1], [0], [2]], [2 / 3, 0, 1]), weights: Float64Array.of(3, 1, 1) },
      { penalty: 0.5, tolerance: 1e-9 },
    );
    for (const [index, each] of together.entries()) expect(each).toBeCloseTo(apart[index] ?? 0, 5);
  });

  test("should come to rest where the gradient is nothing, from any start", () => {
    const value = fc.integer({ min: -4, max: 4 });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(value, value, value, fc.constantFrom(0, 1)), { minLength: 3, maxLength: 30 }),
        fc.double({ min: 0.05, max: 5, noNaN: true }),
        fc.double({ min: -2, max: 2, noNaN: true }),
        (cases, penalty, start) => {
          const rows = cases.map(([a, b, c]) => [a, b, c]);
          // The intercept is free: with one kind alone it has no end.
          const positive = cases.map(([, , , y]) => 0.1 + 0.8 * y);
          const found = fitLogistic(labelled(rows, positive), {
            penalty,
            tolerance: 1e-7,
            start: new Float64Array(4).fill(start),
          });
          const errors = rows.map(
            (row, index) =>
              logistic(row.reduce((sum, x, j) => sum + x * (found[j] ?? 0), found[3] ?? 0)) -
              (positive[index] ?? 0),
          );
          for (const j of [0, 1, 2]) {
            const slope = errors.reduce((sum, error, row) => sum + error * (rows[row]?.[j] ?? 0), 0);
            expect(slope + penalty * (found[j] ?? 0)).toBeCloseTo(0, 3);
          }
          expect(errors.reduce((sum, error) => sum + error, 0)).toBeCloseTo(0, 3);
        },
      ),
    );
  });

  test("should refuse a penalty that is none", () => {
    expect(() => fitLogistic(labelled([[1]], [1]), { penalty: 0 })).toThrow("0 is no penalty above 0");
  });
});
