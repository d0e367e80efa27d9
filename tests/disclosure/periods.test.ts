import { expect, test } from "vitest";
import { withheldPeriods } from "../../src/disclosure/periods.ts";

const isFew = (persons: number) => persons > 0 && persons < 5;
const periods = (...buyers: number[]) =>
  buyers.map((count, index) => ({ name: `2024-0${index + 1}`, buyers: count, listed: true }));

test("should withhold nothing where every period has buyers enough, or none", () => {
  expect([...withheldPeriods(periods(5, 0, 9), isFew)]).toEqual([]);
});

test("should withhold the oldest with a period of too few, which the whole would tell", () => {
  expect([...withheldPeriods(periods(9, 8, 7, 2), isFew)].sort()).toEqual(["2024-01", "2024-04"]);
  // The same four customers may be the buyers of both.
  expect([...withheldPeriods(periods(9, 8, 4, 4), isFew)].sort()).toEqual(["2024-01", "2024-03", "2024-04"]);
});

test("should count a period that is not shown anyway among what is missing", () => {
  const partial = [...periods(9, 8), { name: "2024-09", buyers: 2, listed: false }];
  expect([...withheldPeriods(partial, isFew)].sort()).toEqual(["2024-01", "2024-09"]);
  const many = [...periods(9, 8), { name: "2024-09", buyers: 20, listed: false }];
  expect([...withheldPeriods(many, isFew)]).toEqual(["2024-09"]);
});

test("should withhold more where what stays of a season, a quarter or a year would tell of few", () => {
  const within = (name: string, buyers: number, whole: string) => ({
    name,
    buyers,
    listed: true,
    within: [whole],
  });
  const months = [
    within("2024-01", 9, "Winter"),
    within("2024-02", 2, "Winter"),
    within("2024-06", 9, "Summer"),
    within("2024-07", 8, "Summer"),
  ];
  expect([...withheldPeriods(months, isFew)].sort()).toEqual(["2024-01", "2024-02"]);
  // The oldest of all would do for the whole, but not for the summer.
  const summer = [months[0], months[2], { ...within("2024-07", 2, "Summer") }].flatMap(
    (month) => month ?? [],
  );
  expect([...withheldPeriods(summer, isFew)].sort()).toEqual(["2024-01", "2024-06", "2024-07"]);
});
