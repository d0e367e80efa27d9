import { describe, expect, test } from "vitest";
import { csvOf } from "../../src/report/csv.ts";
import { createFormatter } from "../../src/report/format.ts";

/** Intl writes no-break spaces; here they read as blanks. */
const plain = (text: string) => text.replace(/[\u00A0\u202F]/g, " ");

describe("createFormatter", () => {
  const us = createFormatter("en-US", "USD");
  const german = createFormatter("de-DE", "EUR");
  const japanese = createFormatter("ja", "JPY");

  test("should be one for a locale and a currency, however often it is asked for", () => {
    expect(createFormatter("en-US", "USD")).toBe(us);
    expect(createFormatter("en-US", null)).not.toBe(us);
    expect(createFormatter("en-GB", "USD")).not.toBe(us);
  });

  test("should write Gregorian years in a locale of another calendar", () => {
    const persian = createFormatter("fa-IR", null);
    expect(persian.day("2024-01-15")).toContain("۲۰۲۴");
    expect(persian.month("2024-01")).toContain("۲۰۲۴");
  });

  test("should isolate what runs right to left, so that it turns no sentence around", () => {
    const arabic = createFormatter("ar-EG", "USD");
    for (const text of [
      arabic.day("2025-12-31"),
      arabic.share(0.12),
      arabic.money(5),
      arabic.fullMonth("2025-08"),
    ])
      expect(text).toMatch(/^\u2068[^\u2068\u2069]+\u2069$/u);
    expect(arabic.shares([0.5, 0.5])[1]).toMatch(/^\u2068/u);
    expect(us.day("2025-12-31")).not.toMatch(/[\u2066-\u2069]/u);
    // Files are no sentences.
    expect(csvOf([[arabic.fullMonthName("2025-08")]])).toBe("أغسطس\r\n");
  });

  test("should write counts with the locale's separators, without decimals", () => {
    expect(us.count(1_234_567)).toBe("1,234,567");
    expect(german.count(1_234_567)).toBe("1.234.567");
    expect(japanese.count(1_234_567)).toBe("1,234,567");
  });

  test("should write money with cents below 1,000 and whole above", () => {
    expect(us.money(59.764)).toBe("$59.76");
    expect(us.money(0)).toBe("$0.00");
    expect(us.money(1234.5)).toBe("$1,235");
    expect(us.money(-731.29)).toBe("-$731.29");
    expect(plain(german.money(59.764))).toBe("59,76 €");
    expect(plain(german.money(233_081))).toBe("233.081 €");
  });

  test("should give yen no decimals (ISO 4217: JPY has none)", () => {
    expect(japanese.money(59.764)).toMatch(/^[¥￥]60$/);
    expect(japanese.money(233_081)).toMatch(/^[¥￥]233,081$/);
  });

  test("should write plain numbers where the data name no currency", () => {
    const none = createFormatter("en-US", null);
    expect(none.money(59.764)).toBe("59.76");
    expect(none.money(233_081)).toBe("233,081");
    expect(none.roundMoney(20)).toBe("20");
  });

  test("should write whole money for axes", () => {
    expect(us.roundMoney(20)).toBe("$20");
    expect(us.roundMoney(19.6)).toBe("$20");
  });

  test.each([
    [0, "0%"],
    [1, "100%"],
    [0.27, "27%"],
    [0.0995, "10%"],
    [0.0986, "9.9%"],
    [0.0133, "1.3%"],
    [0.00123, "0.1%"],
    [0.00094, "0.09%"],
    [-0.051, "-5.1%"],
  ])("should write the share %d as %s", (value, text) => {
    expect(us.share(value)).toBe(text);
  });

  test("should write shares as the locale does", () => {
    expect(plain(german.share(0.0133))).toBe("1,3 %");
  });

  test("should write the shares of one figure with the same decimals, which its smallest needs", () => {
    expect(us.shares([0.445, 0.157, 0.0799, 0.0039, 0])).toEqual(["44.5%", "15.7%", "8.0%", "0.4%", "0%"]);
    expect(us.shares([0.567, 0.221, 0.066])).toEqual(["57%", "22%", "7%"]);
    expect(us.shares([1, 0.29, 0.046])).toEqual(["100%", "29.0%", "4.6%"]);
    expect(us.shares([0.9997, 0.0003])).toEqual(["99.97%", "0.03%"]);
    expect(us.shares([])).toEqual([]);
  });

  test("should write decimals to the digits asked for", () => {
    expect(us.decimal(3.7499)).toBe("3.7");
    expect(us.decimal(3.7499, 2)).toBe("3.75");
    expect(german.decimal(3.7499, 2)).toBe("3,75");
  });

  test("should write days and months in words, whatever the time zone", () => {
    const zone = process.env["TZ"];
    try {
      for (const other of ["UTC", "Pacific/Kiritimati", "America/Los_Angeles"]) {
        process.env["TZ"] = other;
        expect(createFormatter("en-US", null).day("2023-05-01")).toBe("May 1, 2023");
        expect(createFormatter("en-US", null).shortDay("2023-12-29")).toBe("Dec 29, 2023");
        expect(createFormatter("de-DE", null).day("2023-05-31")).toBe("31. Mai 2023");
        expect(createFormatter("ja", null).day("2023-05-01")).toBe("2023年5月1日");
        expect(createFormatter("en-US", null).month("2023-12")).toBe("Dec 2023");
        expect(createFormatter("de-DE", null).month("2023-01")).toBe("Jan. 2023");
        expect(createFormatter("en-US", null).fullMonth("2023-08")).toBe("August 2023");
        expect(createFormatter("en-US", null).fullMonthName("2023-08")).toBe("August");
      }
    } finally {
      process.env["TZ"] = zone;
    }
  });

  test("should write periods by their names", () => {
    expect(["2023-05", "2023-Q2", "2023-H1", "2023"].map(us.period)).toEqual([
      "May 2023",
      "Q2 2023",
      "H1 2023",
      "2023",
    ]);
    expect(createFormatter("fa-IR", null).period("2024-Q2")).toContain("Q2 ۲۰۲۴");
  });

  test("should write a metric by its unit", () => {
    expect(us.unit(3900, "count")).toBe("3,900");
    expect(us.unit(59.764, "money")).toBe("$59.76");
    expect(us.unit(0.27, "share")).toBe("27%");
    expect(us.unit(3.7499, "rating")).toBe("3.75");
    expect(us.unit(25.35, "times")).toBe("25.4");
    expect(us.unit(44.07, "years")).toBe("44.1");
  });
});
