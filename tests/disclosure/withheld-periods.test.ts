import { expect, test } from "vitest";
import { withheldPeriods } from "../../src/disclosure/withheld-periods.ts";

const periods = (...buyers: number[]) =>
  buyers.map((count, index) => ({ name: `2024-0${index + 1}`, buyers: count, listed: true }));

test("should withhold nothing where every period has buyers enough, or none", () => {
  expect([...withheldPeriods(periods(5, 0, 9), 5)]).toEqual([]);
});

test("should withhold the oldest with a period of too few, which the whole would tell", () => {
  expect([...withheldPeriods(periods(9, 8, 7, 2), 5)].sort()).toEqual(["2024-01", "2024-04"]);
  // The same four customers may be the buyers of both.
  expect([...withheldPeriods(periods(9, 8, 4, 4), 5)].sort()).toEqual(["2024-01", "2024-03", "2024-04"]);
});

test("should count a period that is not shown anyway among what is missing", () => {
  const partial = [...periods(9, 8), { name: "2024-09", buyers: 2, listed: false }];
  expect([...withheldPeriods(partial, 5)].sort()).toEqual(["2024-01", "2024-09"]);
  const many = [...periods(9, 8), { name: "2024-09", buyers: 20, listed: false }];
  expect([...withheldPeriods(many, 5)]).toEqual(["2024-09"]);
});
