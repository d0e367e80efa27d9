import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  dayAfter,
  dayNumber,
  daysFrom,
  isoDay,
  mondayOf,
  nextMonth,
  weekdayOf,
} from "../../../src/statistics/calendar/days.ts";
import {
  monthNumber,
  periodFinder,
  periodLengths,
  periodName,
  periodNameOf,
} from "../../../src/statistics/calendar/periods.ts";

const anyDay = fc.integer({ min: -20_000, max: 40_000 });

describe("days", () => {
  test("should know the calendar around leap days, the turn of a year and 1970", () => {
    expect([isoDay(0), dayNumber("1970-01-01")]).toEqual(["1970-01-01", 0]);
    expect([dayAfter("2024-02-28"), dayAfter("2023-02-28")]).toEqual(["2024-02-29", "2023-03-01"]);
    expect([nextMonth("2023-12"), nextMonth("2023-09")]).toEqual(["2024-01", "2023-10"]);
    expect(daysFrom("2024-01-01", "2024-12-31")).toBe(366);
    // 2026-11-26 is a Thursday, 1969-12-29 a Monday.
    expect([weekdayOf(dayNumber("2026-11-26")), weekdayOf(dayNumber("1969-12-29"))]).toEqual([3, 0]);
  });

  test("should give a day back from its name, and a Monday not after it", () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        expect(dayNumber(isoDay(day))).toBe(day);
        expect(weekdayOf(mondayOf(day))).toBe(0);
        expect(day - mondayOf(day)).toBe(weekdayOf(day));
      }),
    );
  });
});

describe("periods", () => {
  test("should be named by year and by their place in it", () => {
    expect(periodLengths.map((length) => periodNameOf("2023-05-17", length))).toEqual([
      "2023-05",
      "2023-Q2",
      "2023-H1",
      "2023",
    ]);
    expect(periodLengths.map((length) => periodNameOf("2023-12", length))).toEqual([
      "2023-12",
      "2023-Q4",
      "2023-H2",
      "2023",
    ]);
  });

  test("should be found by day as by name, and lie in those that are longer", () => {
    fc.assert(
      fc.property(anyDay, fc.nat({ max: 900 }), (first, days) => {
        const day = first + days;
        for (const length of periodLengths) {
          const found = periodFinder({ first, last: day }, length)(day);
          expect(periodName(found, length)).toBe(periodNameOf(isoDay(day), length));
          expect(Math.floor((monthNumber(isoDay(day)) - found * length) / length)).toBe(0);
        }
      }),
      { numRuns: 30 },
    );
  });
});
