import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type DateFormat, dateFormats } from "../../../src/config/date-format.ts";
import { dateOrder, parseDay, parseMoment } from "../../../src/dataset/clean/date.ts";

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

describe("parseMoment", () => {
  const date = (text: string, format: DateFormat = "dmy") => {
    const moment = parseMoment(text, format);
    return (
      moment && new Date((moment.day * 86_400 + (moment.seconds ?? 0)) * 1000).toISOString().slice(0, 19)
    );
  };

  // As shops' exports have them: issue 13, Dates.
  test.each([
    ["31-Jan-2024", "2024-01-31T00:00:00"],
    ["Jan 31, 2024 01:02:03 PM", "2024-01-31T13:02:03"],
    ["May-13-25", "2025-05-13T00:00:00"],
    ["2024-01-15 10:00:00+00", "2024-01-15T10:00:00"],
    ["30/5/25 3:27 AM", "2025-05-30T03:27:00"],
    ["2025/07/15 19:48", "2025-07-15T19:48:00"],
    ["Wed, 31 Jan 2024 23:59:59 +0100", "2024-01-31T23:59:59"],
    ["Wed Jan 31 2024 10:00:00 GMT+0100 (Central European Standard Time)", "2024-01-31T10:00:00"],
    ["Jan 3, 2025 1:02:03 AM PST", "2025-01-03T01:02:03"],
    ["12. März 2024", "2024-03-12T00:00:00"],
    ["Mi., 12. Maerz 2024", null],
    ["1er février 2024 à 14h05", "2024-02-01T14:05:00"],
    ["3 de enero de 2025 8:22 hs.", "2025-01-03T08:22:00"],
    ["03.01.2025 8:22 Uhr", "2025-01-03T08:22:00"],
    ["12 de marzo de 2024", "2024-03-12T00:00:00"],
    ["mar. 12 mars 2024", "2024-03-12T00:00:00"],
    ["12 dicembre 2024", "2024-12-12T00:00:00"],
    ["12 de dezembro de 2024", "2024-12-12T00:00:00"],
    ["3 mrt 2024", "2024-03-03T00:00:00"],
    ["3 Ağustos 2024 Cumartesi", null],
    ["3 Ağustos 2024", "2024-08-03T00:00:00"],
    ["3 KASIM 2024", "2024-11-03T00:00:00"],
    ["3 października 2024", "2024-10-03T00:00:00"],
    ["2024年1月31日", "2024-01-31T00:00:00"],
    ["2024年1月31日(水) 10時05分", "2024-01-31T10:05:00"],
    ["2024年1月31日 下午3:30", "2024-01-31T15:30:00"],
    ["۲۰۲۴-۰۱-۳۱", "2024-01-31T00:00:00"],
    ["20240131T101112Z", "2024-01-31T10:11:12"],
    ["20240131101112", "2024-01-31T10:11:12"],
    ["31/01/99", "1999-01-31T00:00:00"],
    ["31.01.24, 24:00", "2024-01-31T00:00:00"],
    ["12:00 AM 31/01/2024", null],
    ["31 Foo 2024", null],
    ["Mayonnaise 3, 2024", null],
    ["31 Jan", null],
  ])("should read %j as %s", (text, expected) => {
    expect(date(text)).toBe(expected);
  });

  test("should take 24-01-31 for a year first where the column is so", () => {
    expect(date("24-01-31", "ymd")).toBe("2024-01-31T00:00:00");
  });

  test("should tell a day alone from midnight", () => {
    expect(parseMoment("2024-01-31", "ymd")?.seconds).toBeNull();
    expect(parseMoment("2024-01-31 00:00", "ymd")?.seconds).toBe(0);
    expect(parseMoment("1/31/2024 12:30 AM", "mdy")?.seconds).toBe(1800);
    expect(parseMoment("1/31/2024 12:30 PM", "mdy")?.seconds).toBe(45_000);
  });

  test("should read back what the languages write", () => {
    fc.assert(
      fc.property(
        anyDay,
        fc.constantFrom("en-US", "en-GB", "de", "fr", "es", "pt", "it", "nl", "tr", "pl", "ja", "zh"),
        fc.constantFrom("long" as const, "short" as const),
        (days, locale, month) => {
          const written = new Intl.DateTimeFormat(locale, {
            day: "numeric",
            month,
            year: "numeric",
            timeZone: "UTC",
          });
          expect(parseDay(written.format(days * 86_400_000), "ymd"), written.format(days * 86_400_000)).toBe(
            days,
          );
        },
      ),
    );
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
    [["24-01-31", "24-02-28", "24-03-15", "24-04-05", "24-05-19"], "ymd"],
    [["24-01-23", "25-02-23", "26-03-23", "27-04-23", "28-05-23"], "dmy"],
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
