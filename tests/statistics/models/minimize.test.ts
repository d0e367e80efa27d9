import { describe, expect, test } from "vitest";
import { cholesky, covarianceAt, invertPositive } from "../../../src/statistics/models/covariance.ts";
import { minimize, type Objective } from "../../../src/statistics/models/minimize.ts";

/** Rosenbrock's valley, 100 (y − x²)² + (1 − x)²; its minimum is 0 at (1, 1). */
const rosenbrock: Objective = ([x = 0, y = 0], gradient) => {
  gradient[0] = -400 * x * (y - x * x) - 2 * (1 - x);
  gradient[1] = 200 * (y - x * x);
  return 100 * (y - x * x) ** 2 + (1 - x) ** 2;
};

describe("minimize", () => {
  test("finds the end of Rosenbrock's valley from afar", () => {
    const { at, value, converged } = minimize(rosenbrock, [-1.2, 1], { tolerance: 1e-9, mostSteps: 500 });
    expect(converged).toBe(true);
    expect(at[0]).toBeCloseTo(1, 8);
    expect(at[1]).toBeCloseTo(1, 8);
    expect(value).toBeLessThan(1e-16);
  });

  test("says that it has not arrived where it may take too few steps", () => {
    expect(minimize(rosenbrock, [-1.2, 1], { tolerance: 1e-9, mostSteps: 3 }).converged).toBe(false);
  });

  test("does not walk where the function has no value", () => {
    // x − ln x, with nothing at 0 and below; its minimum is 1 at 1.
    const walled: Objective = ([x = 0], gradient) => {
      gradient[0] = 1 - 1 / x;
      return x > 0 ? x - Math.log(x) : Number.NaN;
    };
    const { at, converged } = minimize(walled, [20], { tolerance: 1e-9, mostSteps: 100 });
    expect(converged).toBe(true);
    expect(at[0]).toBeCloseTo(1, 8);
  });
});

describe("covarianceAt", () => {
  test("is the inverse of the Hessian: (802, -400; -400, 200) at the end of the valley", () => {
    const covariance = covarianceAt(rosenbrock, [1, 1]);
    // The determinant is 802 · 200 − 400² = 400.
    expect(covariance?.[0]?.[0]).toBeCloseTo(200 / 400, 4);
    expect(covariance?.[0]?.[1]).toBeCloseTo(400 / 400, 4);
    expect(covariance?.[1]?.[1]).toBeCloseTo(802 / 400, 4);
  });

  test("is null where the function is flat", () => {
    const flat: Objective = ([x = 0], gradient) => {
      gradient[0] = 2 * x;
      gradient[1] = 0;
      return x * x;
    };
    expect(covarianceAt(flat, [0, 0])).toBeNull();
  });
});

describe("cholesky", () => {
  test("gives the factor of a matrix that is positive definite, and null for others", () => {
    expect(
      cholesky([
        [4, 2],
        [2, 5],
      ]),
    ).toEqual([
      [2, 0],
      [1, 2],
    ]);
    expect(
      invertPositive([
        [1, 2],
        [2, 1],
      ]),
    ).toBeNull();
  });
});
