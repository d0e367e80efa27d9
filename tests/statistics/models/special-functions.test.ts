import { describe, expect, test } from "vitest";
import { digamma } from "../../../src/statistics/models/digamma.ts";
import { logGamma } from "../../../src/statistics/models/log-gamma.ts";

/** mpmath 1.3.0 with 30 digits: x, loggamma(x), digamma(x). */
const reference: readonly (readonly [number, number, number])[] = [
  [1e-8, 18.42068073818021, -100000000.57721564],
  [0.1, 2.252712651734206, -10.423754940411076],
  [0.243, 1.3180435846996699, -4.351093864423211],
  [1, 0, -0.5772156649015329],
  [1.5, -0.12078223763524522, 0.03648997397857652],
  [2, 0, 0.42278433509846713],
  [3.7, 1.428072326665388, 1.1671535393615113],
  [9.99, 12.779315214350193, 2.250700372831201],
  [25.5, 56.389167643719944, 3.2189424728839198],
  [171.3, 708.1149470389969, 5.140494709624819],
  [1e6, 12815504.569147611, 13.815510057964191],
  [1e10, 220258509288.81058, 23.025850929890456],
];

const nearly = (value: number, wanted: number) =>
  Math.abs(value - wanted) <= 2e-14 * Math.max(1, Math.abs(wanted));

describe("special functions", () => {
  test.each(reference)("of %d are those of mpmath", (x, logGammaOfX, digammaOfX) => {
    expect(nearly(logGamma(x), logGammaOfX), `ln Γ: ${logGamma(x)}`).toBe(true);
    expect(nearly(digamma(x), digammaOfX), `ψ: ${digamma(x)}`).toBe(true);
  });

  test("have no value at 0 and below", () => {
    for (const x of [0, -1, -2.5, Number.NaN]) {
      expect(logGamma(x)).toBeNaN();
      expect(digamma(x)).toBeNaN();
    }
  });
});
