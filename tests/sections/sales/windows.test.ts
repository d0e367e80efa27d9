import { describe, expect, test } from "vitest";
import { comparedWindows } from "../../../src/sections/sales/windows.ts";
import { isoDay } from "../../../src/statistics/calendar/days.ts";

const day = (iso: string) => Date.parse(`${iso}T00:00:00Z`) / 86_400_000;

/** The kind, and both windows as `first to last`. */
function compared(first: string, last: string) {
  const windows = comparedWindows({ first: day(first), last: day(last) });
  if (windows === null) return null;
  const { kind, current, previous } = windows;
  return [kind, ...[current, previous].map((span) => `${isoDay(span.first)} to ${isoDay(span.last)}`)];
}

describe("comparedWindows", () => {
  test("should be the last two calendar years where both are whole", () => {
    const years = ["year", "2025-01-01 to 2025-12-31", "2024-01-01 to 2024-12-31"];
    expect(compared("2024-01-01", "2025-12-31")).toEqual(years);
    // Two months of a year say little of it.
    expect(compared("2024-01-01", "2026-03-20")).toEqual(years);
  });

  test("should be the whole months of the year so far where there are three", () => {
    expect(compared("2023-06-01", "2025-05-30")).toEqual([
      "months",
      "2025-01-01 to 2025-04-30",
      "2024-01-01 to 2024-04-30",
    ]);
  });

  test("should be the months that both years have where the data begin within the first", () => {
    expect(compared("2024-03-04", "2025-12-31")).toEqual([
      "months",
      "2025-04-01 to 2025-12-31",
      "2024-04-01 to 2024-12-31",
    ]);
  });

  test("should be the last two whole quarters where no year lies before", () => {
    const quarters = ["quarter", "2023-07-01 to 2023-09-30", "2023-04-01 to 2023-06-30"];
    expect(compared("2022-12-01", "2023-12-09")).toEqual(quarters);
    expect(compared("2023-04-01", "2023-09-30")).toEqual(quarters);
  });

  test("should be none where the data are shorter than that", () => {
    expect(compared("2023-04-02", "2023-09-30")).toBeNull();
    expect(compared("2023-04-01", "2023-04-20")).toBeNull();
  });
});
