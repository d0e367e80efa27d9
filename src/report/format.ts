import { isolated } from "./isolates.ts";
import type { Unit } from "./metrics.ts";

/**
 * Writes numbers as the report's reader expects them, by Intl with a fixed locale and UTC; what runs right to left is
 * isolated.
 */
export interface Formatter {
  count(value: number): string;
  /** With the currency's decimals (two without a currency) below 1,000, whole above. */
  money(value: number): string;
  /** Whole money, for axes and labels. */
  roundMoney(value: number): string;
  /** 0 to 1 as percent, without decimals from 10 % on, and with two below 0.1 %. */
  share(value: number): string;
  /** Shares of one figure, all with the decimals that the smallest above 0 needs, none from 5 % on; 0 and 1 have none. */
  shares(values: readonly number[]): string[];
  decimal(value: number, digits?: number): string;
  /** `2023-05-17` as a date in words. */
  day(iso: string): string;
  /** The same, short, for axes. */
  shortDay(iso: string): string;
  /** `2023-05` as month and year, short. */
  month(iso: string): string;
  /** `2023-05` as the month alone, short. */
  monthName(iso: string): string;
  /** `2023-05` as month and year, in full, for sentences. */
  fullMonth(iso: string): string;
  /** `2023-05` as the month alone, in full. */
  fullMonthName(iso: string): string;
  /** A period by its name: a month as `month` writes it, `2023-Q2` as `Q2 2023`, `2023-H1` as `H1 2023`, or a year. */
  period(name: string): string;
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
  const formatter = kept.get(key) ?? isolating(newFormatter(locale, currency));
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
  const shortDayFormat = new Intl.DateTimeFormat(locale, {
    day: "numeric",
    month: "short",
    year: "numeric",
    ...gregorian,
  });
  const monthFormat = new Intl.DateTimeFormat(locale, { month: "short", year: "numeric", ...gregorian });
  const monthNameFormat = new Intl.DateTimeFormat(locale, { month: "short", ...gregorian });
  const fullMonthFormat = new Intl.DateTimeFormat(locale, { month: "long", year: "numeric", ...gregorian });
  const fullMonthNameFormat = new Intl.DateTimeFormat(locale, { month: "long", ...gregorian });
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
    const digits = value === 0 || Math.abs(value) >= 0.0995 ? 0 : Math.abs(value) >= 0.00095 ? 1 : 2;
    return (percent[digits] ?? whole).format(value);
  };
  const shares = (values: readonly number[]) => {
    const smallest = Math.min(...values.map(Math.abs).filter((value) => value > 0));
    const digits = smallest >= 0.0495 ? 0 : smallest >= 0.0005 ? 1 : 2;
    return values.map((value) => (percent[value === 0 || value === 1 ? 0 : digits] ?? whole).format(value));
  };
  const dateOf = (iso: string) => new Date(`${iso}T00:00:00Z`);
  const year = (iso: string) => yearFormat.format(dateOf(`${iso.slice(0, 4)}-01-01`));
  const month = (iso: string) => monthFormat.format(dateOf(`${iso}-01`));
  // A hyphen in English; the sign of the same width as the plus is easier to see.
  const signed = (format: Intl.NumberFormat, value: number) => format.format(value).replace("-", "−");
  return {
    count: (value) => whole.format(value),
    money,
    roundMoney: (value) => wholeMoney.format(value),
    share,
    shares,
    decimal,
    change: (value) => signed(signedPercent(Math.abs(value) >= 0.0995 ? 0 : 1), value),
    signed: (value, digits = 1) => signed(signedDecimal(digits), value),
    day: (iso) => dayFormat.format(dateOf(iso)),
    shortDay: (iso) => shortDayFormat.format(dateOf(iso)),
    month,
    monthName: (iso) => monthNameFormat.format(dateOf(`${iso}-01`)),
    fullMonth: (iso) => fullMonthFormat.format(dateOf(`${iso}-01`)),
    fullMonthName: (iso) => fullMonthNameFormat.format(dateOf(`${iso}-01`)),
    period(name) {
      if (/^\d{4}-\d{2}$/u.test(name)) return month(name);
      return name.length === 4 ? year(name) : `${name.slice(5)} ${year(name)}`;
    },
    year,
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

/**
 * The formatter with all that it writes right to left isolated: a date in Arabic keeps its own order within an English
 * sentence, and the sentence its own.
 */
function isolating(plain: Formatter): Formatter {
  return {
    count: (value) => isolated(plain.count(value)),
    money: (value) => isolated(plain.money(value)),
    roundMoney: (value) => isolated(plain.roundMoney(value)),
    share: (value) => isolated(plain.share(value)),
    shares: (values) => plain.shares(values).map(isolated),
    decimal: (value, digits) => isolated(plain.decimal(value, digits)),
    day: (iso) => isolated(plain.day(iso)),
    shortDay: (iso) => isolated(plain.shortDay(iso)),
    month: (iso) => isolated(plain.month(iso)),
    monthName: (iso) => isolated(plain.monthName(iso)),
    fullMonth: (iso) => isolated(plain.fullMonth(iso)),
    fullMonthName: (iso) => isolated(plain.fullMonthName(iso)),
    period: (name) => isolated(plain.period(name)),
    year: (iso) => isolated(plain.year(iso)),
    weekday: (index) => isolated(plain.weekday(index)),
    signedMoney: (value) => isolated(plain.signedMoney(value)),
    unit: (value, unit) => isolated(plain.unit(value, unit)),
    change: (value) => isolated(plain.change(value)),
    signed: (value, digits) => isolated(plain.signed(value, digits)),
  };
}
