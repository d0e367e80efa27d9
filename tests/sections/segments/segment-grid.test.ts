import { describe, expect, test } from "vitest";
import { describeGrid } from "../../../src/sections/segments/segment-grid.ts";

const rows = (...changed: [number, number, number | null][]) => {
  const grid: (number | null)[][] = Array.from({ length: 5 }, () => [10, 10, 10, 10, 10]);
  for (const [row, column, customers] of changed) grid[row]?.splice(column, 1, customers);
  return grid;
};

describe("describeGrid", () => {
  test("should find the fullest cell, by its scores and segment", () => {
    expect(describeGrid(rows([4, 0, 619])).largest).toEqual({
      recency: 1,
      frequency: 1,
      segment: "Lost",
      customers: 619,
    });
    expect(describeGrid(rows([0, 4, 384])).largest).toMatchObject({ segment: "Champions", customers: 384 });
  });

  test("should take the first of equals", () => {
    expect(describeGrid(rows([1, 1, 20], [3, 3, 20])).largest).toMatchObject({ recency: 4, frequency: 2 });
  });

  test("should say nothing of numbers that are withheld", () => {
    expect(describeGrid(rows([2, 2, null]))).toEqual({ largest: null, someEmpty: false });
  });

  test("should tell whether a column is empty", () => {
    expect(describeGrid(rows()).someEmpty).toBe(false);
    const emptyColumn = [0, 1, 2, 3, 4].map((row): [number, number, number] => [row, 1, 0]);
    expect(describeGrid(rows(...emptyColumn)).someEmpty).toBe(true);
    expect(describeGrid(rows(...emptyColumn.slice(1))).someEmpty).toBe(false);
  });
});
