import { describe, expect, test } from "vitest";
import { spentByCell } from "../../../src/sections/coming-back/movement-money.ts";

const isFew = (persons: number) => persons > 0 && persons < 5;
const of = (customers: number, money: number) => Array.from({ length: customers }, () => money);
const silent = (customers: number) => of(customers, Number.NaN);

describe("what the customers of a cell spent", () => {
  test("should be what those who ordered spent together", () => {
    const spent = [
      [of(6, 10), silent(5)],
      [of(5, 1), of(7, 2)],
      [[], of(5, 3)],
    ];
    const customers = spent.map((row) => row.map(({ length }) => length));
    expect(spentByCell(customers, spent, isFew)).toEqual([
      [60, 0],
      [5, 14],
      [0, 15],
    ]);
  });

  test("should count with the most customers of the column where a single one of many ordered", () => {
    const spent = [
      [of(6, 10), [...silent(43), 177.28]],
      [of(5, 1), of(90, 2)],
      [[], of(200, 3)],
    ];
    const customers = spent.map((row) => row.map(({ length }) => length));
    expect(spentByCell(customers, spent, isFew)).toEqual([
      [60, 0],
      [5, 357.28],
      [0, 600],
    ]);
  });

  test("should not be told where all who ordered of a column are few", () => {
    const spent = [[[...silent(43), 10]], [[...silent(9), 20]], [[]]];
    expect(
      spentByCell(
        spent.map((row) => row.map(({ length }) => length)),
        spent,
        isFew,
      ),
    ).toBeNull();
  });
});
