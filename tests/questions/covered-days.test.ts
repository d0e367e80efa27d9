import { describe, expect, test } from "vitest";
import { coveredDays } from "../../src/questions/covered-days.ts";

const day = (iso: string) => Date.parse(`${iso}T00:00:00Z`) / 86_400_000;
const iso = (of: number) => new Date(of * 86_400_000).toISOString().slice(0, 10);

/** Every day from one to another on which the shop sells. */
function daysOf(from: string, to: string, isOpen: (date: Date) => boolean): Set<number> {
  const days = new Set<number>();
  for (let each = day(from); each <= day(to); each += 1)
    if (isOpen(new Date(each * 86_400_000))) days.add(each);
  return days;
}

const covered = (days: ReadonlySet<number>) => {
  const span = coveredDays(days, { first: Math.min(...days), last: Math.max(...days) });
  return [iso(span.first), iso(span.last)];
};
const weekdays = (date: Date) => date.getUTCDay() % 6 !== 0;

describe("coveredDays", () => {
  test("should reach over weekdays on which the shop is closed", () => {
    // Saturday March 30 and Sunday March 31 end the month; January 1 and 2, 2022, were a weekend.
    expect(covered(daysOf("2022-01-01", "2024-03-31", weekdays))).toEqual(["2022-01-01", "2024-03-31"]);
  });

  test("should not reach over a day on which it is open", () => {
    expect(covered(daysOf("2023-06-05", "2024-03-27", weekdays))).toEqual(["2023-06-03", "2024-03-27"]);
    expect(covered(daysOf("2023-06-05", "2024-03-30", () => true))).toEqual(["2023-06-05", "2024-03-30"]);
  });

  test("should reach over dates on which it was closed every other year", () => {
    const closed = (date: Date) => date.getUTCMonth() === 11 && date.getUTCDate() >= 24;
    const days = daysOf("2021-01-01", "2023-12-23", (date) => !closed(date));
    expect(covered(days)).toEqual(["2020-12-24", "2023-12-31"]);
  });

  test("should know no closing days of a shop that sells seldom, or of a few weeks", () => {
    expect(covered(daysOf("2023-01-02", "2024-03-29", (date) => date.getUTCDate() % 3 === 2))[1]).toBe(
      "2024-03-29",
    );
    expect(covered(daysOf("2024-03-04", "2024-03-29", weekdays))[1]).toBe("2024-03-29");
  });
});
