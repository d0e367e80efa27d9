import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decimalSeparator, parseNumber } from "../../../src/dataset/clean/number.ts";

// Locales with each way of grouping and each decimal sign that Unicode's CLDR knows for Latin digits:
// 1,234.5 · 1.234,5 · 1 234,5 (narrow and plain no-break space) · 1’234.5 · 12,34,567.8 (lakh) · U+2212 minus.
const locales = [
  "en-US",
  "de-DE",
  "fr-FR",
  "de-CH",
  "en-IN",
  "sv-SE",
  "pl-PL",
  "pt-BR",
  "es-ES",
  "it-CH",
  "nb-NO",
  "ja-JP",
];
const decimalOf = (locale: string) =>
  new Intl.NumberFormat(locale).formatToParts(1.5).find(({ type }) => type === "decimal")?.value === ","
    ? ","
    : ".";

describe("parseNumber", () => {
  test("should read back what any locale writes", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...locales),
        fc.integer({ min: -999_999_999, max: 999_999_999 }),
        fc.integer({ min: 0, max: 3 }),
        fc.boolean(),
        (locale, units, digits, useGrouping) => {
          const value = units / 10 ** digits;
          const format = new Intl.NumberFormat(locale, {
            minimumFractionDigits: digits,
            maximumFractionDigits: digits,
            useGrouping,
          });
          expect(parseNumber(format.format(value), decimalOf(locale))).toBeCloseTo(value, 9);
        },
      ),
    );
  });

  test("should read back what any locale writes as money", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...locales),
        fc.constantFrom("USD", "EUR", "GBP", "JPY", "INR", "BRL", "PLN", "SEK", "CHF", "CAD"),
        fc.constantFrom("symbol" as const, "narrowSymbol" as const, "code" as const),
        fc.constantFrom("standard" as const, "accounting" as const),
        fc.integer({ min: -99_999_999, max: 99_999_999 }),
        (locale, currency, currencyDisplay, currencySign, cents) => {
          const format = new Intl.NumberFormat(locale, {
            style: "currency",
            currency,
            currencyDisplay,
            currencySign,
            minimumFractionDigits: 2,
          });
          expect(parseNumber(format.format(cents / 100), decimalOf(locale))).toBeCloseTo(cents / 100, 9);
        },
      ),
    );
  });

  test.each([
    ["12", 12],
    ["-12.5", -12.5],
    ["0.10", 0.1],
    ["007", 7],
    [" 12 ", 12],
    [".99", 0.99],
    ["$.99", 0.99],
    ["$1,234.50", 1234.5],
    ["-$3", -3],
    ["$-3", -3],
    ["($3.20)", -3.2],
    ["3.20-", -3.2],
    ["−3", -3],
    ["USD 12", 12],
    ["12 EUR", 12],
    ["EUR -12", -12],
    ["1'234.5", 1234.5],
    ["1.234.567,89", 1234567.89],
    ["1,234,567", 1234567],
    ["1.234.567", 1234567],
    ["12,34,567", 1234567],
    ["12,5", 12.5],
    ["1234,567", 1234.567],
    ["1,234", 1234],
    ["0,123", 0.123],
    ["+12.50", 12.5],
    ["(12.50)", -12.5],
    ["12.50-", -12.5],
    ["1.2E+04", 12_000],
    ["1,2E+04", 12_000],
    ["1e9", 1_000_000_000],
    ["5E-1", 0.5],
    ["R$ 1.234,56", 1234.56],
    ["¥1,200", 1200],
    ["￥１，２００", 1200],
    ["1200円", 1200],
    ["52,000원", 52000],
    ["Rs. 1,23,456.50", 123_456.5],
    ["CHF 1’234.50", 1234.5],
    ["CHF 12.–", 12],
    ["12,-", 12],
    ["1\u2009234.50", 1234.5],
    ["۱۲۳", 123],
    ["۱۲٬۳۴۵٫۵", 12_345.5],
    ["١٬٢٣٤", 1234],
    ["१२", 12],
  ])("should read %j as %d where the point is decimal", (text, value) => {
    expect(parseNumber(text, ".")).toBe(value);
  });

  test.each([
    ["1.234", 1234],
    ["1,234", 1.234],
    ["12,5", 12.5],
    ["12.5", 12.5],
    ["1.234,50 €", 1234.5],
    ["1 234,50", 1234.5],
    ["0.123", 0.123],
    ["1234.567", 1234.567],
  ])("should read %j as %d where the comma is decimal", (text, value) => {
    expect(parseNumber(text, ",")).toBe(value);
  });

  test.each([
    "abc",
    "",
    "-",
    "1.2.3",
    "1,2,3",
    "12,34.5,6",
    "1,2345.6",
    "12 34",
    "5 10",
    "1e300",
    "e3",
    "1E",
    "1٫2٫3",
    "0x10",
    "5 %",
    "12 abc",
    "NaN",
    "Infinity",
    "1-2",
    "3/4",
    "()",
    "$",
    "2024-01-05",
    "12:30",
  ])("should refuse %j", (text) => {
    expect(parseNumber(text, ".")).toBeNull();
    expect(parseNumber(text, ",")).toBeNull();
  });

  test("should give a finite number or null for any text", () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.stringMatching(/^[-(]?[\d.,' €$-]{0,12}\)?$/)),
        fc.constantFrom(".", ","),
        (text, decimal) => {
          const value = parseNumber(text, decimal);
          expect(value === null || Number.isFinite(value)).toBe(true);
        },
      ),
    );
  });
});

const once = (texts: readonly string[]) => texts.map((text): [string, number] => [text, 1]);

describe("decimalSeparator", () => {
  // A column of 1,037 and the like with one 12,5: thousands a thousand times, not decimals that always have three digits.
  test.each([
    [",", "12,5", "."],
    [".", "12.5", ","],
  ])(
    "should take the one odd cell against many with a %j before three digits for the odd one",
    (mark, odd, decimal) => {
      const thousands = Array.from({ length: 8 }, (_, index): [string, number] => [
        `1${mark}${100 + index}`,
        100,
      ]);
      expect(decimalSeparator([...thousands, [odd, 1]])).toBe(decimal);
      // Decimals whose last digit may be 0 are written shorter one time in ten.
      expect(decimalSeparator([...thousands, [odd, 80]])).toBe(mark);
    },
  );

  test.each([
    [["12.50", "3"], "."],
    [["12,50", "3"], ","],
    [["1.234,50"], ","],
    [["1,234.50"], "."],
    [["1,234", "2,500"], null],
    [["1.234", "12,5"], ","],
    [["1.234.567"], ","],
    [["1,234,567"], "."],
    [["0,125"], ","],
    [["abc", "", "12"], null],
    [[], null],
  ])("should see in %j the decimal %j", (texts, separator) => {
    expect(decimalSeparator(once(texts))).toBe(separator);
  });

  test("should not depend on the order of the texts", () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^\d{1,4}[.,]?\d{0,3}$/)), (texts) => {
        expect(decimalSeparator(once([...texts].reverse()))).toBe(decimalSeparator(once(texts)));
      }),
    );
  });
});
