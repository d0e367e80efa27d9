import { describe, expect, test } from "vitest";
import {
  autocorrelation,
  fitLine,
  predictionInterval,
  predictionTail,
  predictMean,
} from "../../../src/statistics/models/prediction.ts";

const values = [4.1, 4.3, 4.2, 4.6, 4.5, 4.9, 4.8, 5.3];
const variances = { each: [1, 2, 1, 4, 2, 1, 0.5, 1], next: 3 };

// Expected values: scipy 1.17 (`linregress`, `t.isf`, `t.sf`) and numpy.
describe("fitLine", () => {
  test("should give slope, spread and the next value as scipy's line of least squares does", () => {
    const line = fitLine(values);
    expect(line?.slope).toBeCloseTo(0.1535714285714286, 14);
    expect(line?.spread).toBeCloseTo(0.15177520972054123, 14);
    expect(line?.next.center).toBeCloseTo(5.278571428571429, 13);
    expect(line?.next.error).toBeCloseTo(0.1924101963864425, 13);
    expect(line?.next.degrees).toBe(6);
  });

  test("should give the interval and the tail of a new value", () => {
    const next = fitLine(values)?.next;
    if (next === undefined) throw new Error("no line");
    const { low, high } = predictionInterval(next, 0.05);
    expect(low).toBeCloseTo(4.807760638752311, 12);
    expect(high).toBeCloseTo(5.749382218390548, 12);
    expect(predictionTail(next, 6)).toBeCloseTo(0.00951615252844985, 14);
  });

  test("should weigh values by how certain they are", () => {
    // numpy: weighted least squares by its normal equations, weights 1 / v.
    const line = fitLine(values, variances);
    expect(line?.slope).toBeCloseTo(0.1506655909640991, 13);
    expect(line?.next.center).toBeCloseTo(5.238846308995566, 13);
    expect(line?.next.error).toBeCloseTo(0.28329446701016286, 13);
  });

  test("should need three values", () => {
    expect(fitLine([1, 2])).toBeNull();
    expect(fitLine([1, 2, 3])?.next).toMatchObject({ degrees: 1 });
  });
});

describe("predictMean", () => {
  test("should give mean ± t · s · √(1 + 1/n)", () => {
    const next = predictMean(values);
    if (next === null) throw new Error("no mean");
    expect(next.center).toBeCloseTo(4.5875, 13);
    expect(next.error).toBeCloseTo(0.42591812593502054, 13);
    const { low, high } = predictionInterval(next, 0.05);
    expect(low).toBeCloseTo(3.580363670221101, 12);
    expect(high).toBeCloseTo(5.5946363297789, 12);
  });

  test("should weigh values by how certain they are", () => {
    const next = predictMean(values, variances);
    expect(next?.center).toBeCloseTo(4.641379310344828, 13);
    expect(next?.error).toBeCloseTo(0.704630514320979, 13);
    expect(next?.degrees).toBe(7);
  });

  test("should need two values", () => {
    expect(predictMean([1])).toBeNull();
  });

  test("should find nothing odd in the same again, and everything else, where nothing spreads", () => {
    const next = predictMean([2, 2, 2]);
    if (next === null) throw new Error("no mean");
    expect(predictionTail(next, 2)).toBe(1);
    expect(predictionTail(next, 2.1)).toBe(0);
  });
});

describe("autocorrelation", () => {
  test("should be that of R's acf at lag 1, and 0 where nothing spreads", () => {
    expect(autocorrelation(values)).toBeCloseTo(0.38635105204872666, 13);
    expect(autocorrelation([3, 3, 3])).toBe(0);
  });
});
