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
    "1e3",
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

describe("decimalSeparator", () => {
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
    expect(decimalSeparator(texts)).toBe(separator);
  });

  test("should not depend on the order of the texts", () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^\d{1,4}[.,]?\d{0,3}$/)), (texts) => {
        expect(decimalSeparator([...texts].reverse())).toBe(decimalSeparator(texts));
      }),
    );
  });
});
