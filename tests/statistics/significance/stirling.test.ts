import { describe, expect, test } from "vitest";
import { devianceOf, stirlingRemainder } from "../../../src/statistics/significance/stirling.ts";

// mpmath 1.3 with 50 digits.
describe("stirlingRemainder", () => {
  test.each([
    [0, 0],
    [1e-9, 2.1146050172867347e-8],
    [0.25, 0.4983017538581595],
    [0.5, 0.7257913526447274],
    [3.5, 1.5690661811086541],
    [19.999, 2.4209461973403683],
    [20.5, 2.4332156947157295],
    [12345.678, 5.629475943851141],
  ])("should be what Stirling's formula leaves of ln Γ(%d + 1)", (x, expected) => {
    expect(Math.abs(stirlingRemainder(x) - expected)).toBeLessThan(2e-14);
  });
});

describe("devianceOf", () => {
  test.each([
    [10, 10.001, 4.9996666916591254e-8],
    [1e6, 1000001, 4.999996666669166e-7],
    [3, 100, 86.48032630804005],
    [0.5, 0.49, 0.00010135365875972439],
    [0, 7, 7],
    [7, 7, 0],
  ])("should keep its digits for %d at a mean of %d", (x, mean, expected) => {
    expect(Math.abs(devianceOf(x, mean) - expected)).toBeLessThanOrEqual(1e-12 * expected);
  });
});
