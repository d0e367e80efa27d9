import type { Unit } from "./metrics.ts";

/** Writes numbers as the report's reader expects them, by Intl with a fixed locale and UTC. */
export interface Formatter {
  count(value: number): string;
  /** With the currency's decimals (two without a currency) below 1,000, whole above. */
  money(value: number): string;
  /** Whole money, for axes and labels. */
  roundMoney(value: number): string;
  /** 0 to 1 as percent, without decimals from 10 % on. */
  share(value: number): string;
  decimal(value: number, digits?: number): string;
  /** `2023-05-17` as a date in words. */
  day(iso: string): string;
  /** `2023-05` as month and year, short. */
  month(iso: string): string;
  /** `2023-05` as the month alone, short. */
  monthName(iso: string): string;
  /** The year of an ISO date or month. */
  year(iso: string): string;
  /** The name of a weekday, 0 for Monday. */
  weekday(index: number): string;
  /** Whole money with its sign, zero without. */
  signedMoney(value: number): string;
  /** A metric's value by its unit. */
  unit(value: number, unit: Unit): string;
  /** How much more a value is, as a part of what it was, with its sign: `+12%`, `−3.4%`; zero has none. */
  change(value: number): string;
  /** A decimal with its sign; zero has none. */
  signed(value: number, digits?: number): string;
}

const kept = new Map<string, Formatter>();

/**
 * The formatter for a BCP 47 locale and an ISO 4217 currency (null: plain numbers), the same one every time.
 * Throws a RangeError where Intl does not know them; the config has checked both.
 */
export function createFormatter(locale: string, currency: string | null): Formatter {
  const key = `${locale} ${currency}`;
  const formatter = kept.get(key) ?? newFormatter(locale, currency);
  kept.set(key, formatter);
  return formatter;
}

function newFormatter(locale: string, currency: string | null): Formatter {
  const style = currency === null ? {} : { style: "currency" as const, currency };
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  // A currency brings its own digits: yen have none.
  const cents = currency === null ? { minimumFractionDigits: 2, maximumFractionDigits: 2 } : {};
  const exactMoney = new Intl.NumberFormat(locale, { ...style, ...cents });
  const wholeMoney = new Intl.NumberFormat(locale, {
    ...style,
    minimumFractionDigits: 0,
    maximumFractionDigits: 0,
  });
  const percent = [0, 1, 2].map(
    (digits) =>
      new Intl.NumberFormat(locale, {
        style: "percent",
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
      }),
  );
  // Months of the data are Gregorian, whatever calendar the locale prefers.
  const gregorian = { calendar: "gregory", timeZone: "UTC" } as const;
  const dayFormat = new Intl.DateTimeFormat(locale, {
    day: "numeric",
    month: "long",
    year: "numeric",
    ...gregorian,
  });
  const monthFormat = new Intl.DateTimeFormat(locale, { month: "short", year: "numeric", ...gregorian });
  const monthNameFormat = new Intl.DateTimeFormat(locale, { month: "short", ...gregorian });
  const yearFormat = new Intl.DateTimeFormat(locale, { year: "numeric", ...gregorian });
  const weekdayFormat = new Intl.DateTimeFormat(locale, { weekday: "long", timeZone: "UTC" });
  const signedWholeMoney = new Intl.NumberFormat(locale, {
    ...style,
    signDisplay: "exceptZero",
    minimumFractionDigits: 0,
    maximumFractionDigits: 0,
  });
  const withDigits = keptBy(
    (digits: number) =>
      new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }),
  );
  const signedBy = (style: Intl.NumberFormatOptions) =>
    keptBy(
      (digits: number) =>
        new Intl.NumberFormat(locale, {
          ...style,
          signDisplay: "exceptZero",
          minimumFractionDigits: digits,
          maximumFractionDigits: digits,
        }),
    );
  const signedDecimal = signedBy({});
  const signedPercent = signedBy({ style: "percent" });
  const decimal = (value: number, digits = 1) => withDigits(digits).format(value);
  const money = (value: number) => (Math.abs(value) < 1000 ? exactMoney : wholeMoney).format(value);
  const share = (value: number) => {
    const digits = value === 0 || Math.abs(value) >= 0.0995 ? 0 : Math.abs(value) >= 0.01 ? 1 : 2;
    return (percent[digits] ?? whole).format(value);
  };
  // A hyphen in English; the sign of the same width as the plus is easier to see.
  const signed = (format: Intl.NumberFormat, value: number) => format.format(value).replace("-", "−");
  return {
    count: (value) => whole.format(value),
    money,
    roundMoney: (value) => wholeMoney.format(value),
    share,
    decimal,
    change: (value) => signed(signedPercent(Math.abs(value) >= 0.0995 ? 0 : 1), value),
    signed: (value, digits = 1) => signed(signedDecimal(digits), value),
    day: (iso) => dayFormat.format(new Date(`${iso}T00:00:00Z`)),
    month: (iso) => monthFormat.format(new Date(`${iso}-01T00:00:00Z`)),
    monthName: (iso) => monthNameFormat.format(new Date(`${iso}-01T00:00:00Z`)),
    year: (iso) => yearFormat.format(new Date(`${iso.slice(0, 4)}-01-01T00:00:00Z`)),
    // 2024-01-01 was a Monday.
    weekday: (index) => weekdayFormat.format(new Date(Date.UTC(2024, 0, 1 + index))),
    signedMoney: (value) => signed(signedWholeMoney, value),
    unit(value, unit) {
      switch (unit) {
        case "count":
          return whole.format(value);
        case "money":
          return money(value);
        case "share":
          return share(value);
        case "rating":
          return decimal(value, 2);
        case "times":
        case "years":
          return decimal(value, 1);
      }
    },
  };
}

/** What is made for a number of digits, made once. */
function keptBy(make: (digits: number) => Intl.NumberFormat): (digits: number) => Intl.NumberFormat {
  const made = new Map<number, Intl.NumberFormat>();
  return (digits) => {
    const format = made.get(digits) ?? make(digits);
    made.set(digits, format);
    return format;
  };
}
