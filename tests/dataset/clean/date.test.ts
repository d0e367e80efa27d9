import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type DateFormat, dateFormats, dateOrder, parseDay } from "../../../src/dataset/clean/date.ts";

/** Any day of the years 1900 to 2099, as days since 1970-01-01. */
const anyDay = fc.integer({ min: -25_567, max: 47_481 });

const pad = (value: number) => String(value).padStart(2, "0");

function written(days: number, format: DateFormat, separator: string, padded: boolean): string {
  const date = new Date(days * 86_400_000);
  const number = padded ? pad : String;
  const day = number(date.getUTCDate());
  const month = number(date.getUTCMonth() + 1);
  const year = String(date.getUTCFullYear());
  const parts = { ymd: [year, month, day], dmy: [day, month, year], mdy: [month, day, year] };
  return parts[format].join(separator);
}

describe("parseDay", () => {
  test("should read back every day in every order, with every separator and time", () => {
    const times = [
      "",
      " 08:26",
      " 8:26",
      "T08:26:00",
      " 23:59:59",
      ", 12:00:00.250",
      "T00:00:00Z",
      " 09:30:00 -0500",
      "T23:30:00+02:00",
      " 11:59 PM",
      " 1:05 a.m.",
      " 10:00:00 UTC",
    ];
    fc.assert(
      fc.property(
        anyDay,
        fc.constantFrom(...dateFormats),
        fc.constantFrom("-", "/", "."),
        fc.boolean(),
        fc.constantFrom(...times),
        (days, format, separator, padded, time) => {
          expect(parseDay(written(days, format, separator, padded) + time, format)).toBe(days);
        },
      ),
    );
  });

  test("should read ISO dates whatever the order of the column is", () => {
    fc.assert(
      fc.property(anyDay, fc.constantFrom(...dateFormats), (days, format) => {
        const iso = new Date(days * 86_400_000).toISOString();
        expect(parseDay(iso, format)).toBe(days);
        expect(parseDay(iso.slice(0, 10), format)).toBe(days);
        expect(parseDay(iso.slice(0, 10).replaceAll("-", ""), format)).toBe(days);
      }),
    );
  });

  // `date -u -d 2024-02-29 +%s` / 86400, and the first day of Unix time.
  test.each<[string, DateFormat, number]>([
    ["1970-01-01", "ymd", 0],
    ["2024-02-29", "ymd", 19_782],
    ["29/2/24", "dmy", 19_782],
    ["2/29/2024 8:26", "mdy", 19_782],
    ["1969-12-31", "ymd", -1],
  ])("should read %j (%s) as day %d", (text, format, day) => {
    expect(parseDay(text, format)).toBe(day);
  });

  test.each<[string, DateFormat]>([
    ["2023-02-29", "ymd"],
    ["2024-13-01", "ymd"],
    ["2024-00-10", "ymd"],
    ["31/04/2024", "dmy"],
    ["13/13/2024", "dmy"],
    ["2024-01/05", "ymd"],
    ["yesterday", "ymd"],
    ["", "ymd"],
    ["45292", "ymd"],
    ["2024-01", "ymd"],
    ["2024-01-05 noon", "ymd"],
    ["1/2/3/4", "dmy"],
    ["20241301", "ymd"],
    ["2024-01-05 25:99", "ymd"],
  ])("should refuse %j (%s)", (text, format) => {
    expect(parseDay(text, format)).toBeNull();
  });
});

describe("dateOrder", () => {
  test.each<[string[], DateFormat | null]>([
    [["2024-05-06", "2024-12-31"], "ymd"],
    [["05/06/2024", "31/12/2024"], "dmy"],
    [["05/06/2024", "12/31/2024"], "mdy"],
    [["05/06/2024", "07/08/2024"], null],
    // With points Europe writes, and the day first.
    [["05.06.2024", "07.08.2024"], "dmy"],
    // The same read either way.
    [["05/05/2024"], "ymd"],
    [["1/13/2024", "2/14/2024", "15/3/2024"], "mdy"],
    [[], "ymd"],
  ])("should decide %j as %j", (texts, order) => {
    expect(dateOrder(texts)).toBe(order);
  });

  test("should find the order that a column was written in, or leave it open", () => {
    fc.assert(
      fc.property(
        fc.array(anyDay, { minLength: 1 }),
        fc.constantFrom("dmy" as const, "mdy" as const),
        (days, format) => {
          const texts = days.map((day) => written(day, format, "/", true));
          const decided = dateOrder(texts);
          expect([format, null, "ymd"]).toContain(decided);
          const provable = days.some((day) => new Date(day * 86_400_000).getUTCDate() > 12);
          expect(decided === format).toBe(provable);
        },
      ),
    );
  });
});
