import type { DateFormat } from "../../config/date-format.ts";
import { parseClock } from "./clock.ts";
import { isWeekday, monthOf } from "./date-words.ts";
import { plainDigits } from "./digits.ts";

/** A date as a shop writes it, with the time of day where there is one. */
export interface Moment {
  /** Days since 1970-01-01. */
  day: number;
  /** Seconds since midnight; null where the text has a day alone. */
  seconds: number | null;
}

const yearFirst = /^(\d{4})([-/.])\s?(\d{1,2})\2\s?(\d{1,2})(?!\d)(.*)$/;
const yearLast = /^(\d{1,2})([-/.])\s?(\d{1,2})\2\s?(\d{4}|\d{2})(?!\d)(.*)$/;
const compact = /^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?Z?)?$/;
const eastAsian = /^(\d{4}|\d{2})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일號号]?(.*)$/;
const eastAsianDay = /^\s*(?:\(.\)|（.）|(?:星期|周|週|礼拜)[一二三四五六日天]|[日月火水木金土]曜日?)/;

const gap = String.raw`[\s\-/.,]+`;
const of = String.raw`(?:(?:de|del|di|of)\s+)?`;
const word = String.raw`([\p{L}\p{M}]{3,}\.?)`;
const dayFirstName = new RegExp(
  String.raw`^(\d{1,2})(?:st|nd|rd|th|er|e|[ºª°])?[\s\-/.,]*${of}${word}${gap}${of}(\d{4}|'?\d{2})(?!\d)(.*)$`,
  "iu",
);
const monthFirstName = new RegExp(
  String.raw`^${word}[\s\-/.,]*(\d{1,2})(?:st|nd|rd|th)?${gap}(\d{4}|'?\d{2})(?![\d:])(.*)$`,
  "iu",
);
const yearFirstName = new RegExp(String.raw`^(\d{4})${gap}${word}${gap}(\d{1,2})(?!\d)(.*)$`, "iu");
/** As programs in C write moments: `Fri Aug 15 10:45:25 2025`. */
const timeBeforeYear = /^(\d{1,2})\s+(\d{1,2}:\d{2}(?::\d{2})?)\s+(?:[A-Z]{3,4}\s+)?(\d{4})$/;
const leadingWord = /^([\p{L}\p{M}]+)\.?,?\s+(.*)$/u;

/**
 * The date that a text means, or null for what is no date of the calendar: in numbers, with the month's name in the
 * languages of `date-words.ts`, or as in Japanese, Chinese and Korean. A time zone is not applied: the day is the one
 * that the shop wrote. Two-digit years lie in the past: from 50 on they are of the last century.
 */
export function parseMoment(text: string, format: DateFormat): Moment | null {
  const plain = plainDigits(text);
  const first = yearFirst.exec(plain);
  if (first) return moment(first[1], first[3], first[4], first[5]);
  const last = yearLast.exec(plain);
  if (last) {
    const [, a = "", , b = "", c = "", rest] = last;
    if (format === "ymd" && c.length === 2 && Number(a) > 12) return moment(a, b, c, rest);
    return format === "mdy" ? moment(c, a, b, rest) : moment(c, b, a, rest);
  }
  const packed = compact.exec(plain);
  if (packed) {
    const [, year, month, day, hour, minute, second = "00"] = packed;
    return moment(year, month, day, hour === undefined ? "" : ` ${hour}:${minute}:${second}`);
  }
  const asian = eastAsian.exec(plain);
  if (asian) return moment(asian[1], asian[2], asian[3], asian[4]?.replace(eastAsianDay, ""), true);
  return namedMonth(plain);
}

/** Days since 1970-01-01 of a date, as `parseMoment` reads it. */
export function parseDay(text: string, format: DateFormat): number | null {
  return parseMoment(text, format)?.day ?? null;
}

/** What a column of dates tells about its order; `null` where every date could be read both ways. */
export function dateOrder(texts: Iterable<string>): DateFormat | null {
  let dayFirst = 0;
  let monthFirst = 0;
  let either = 0;
  let points = 0;
  const short = { all: 0, year: new Set<number>(), day: new Set<number>() };
  for (const text of texts) {
    const match = yearLast.exec(plainDigits(text));
    if (!match) continue;
    const a = Number(match[1]);
    const b = Number(match[3]);
    if (match[4]?.length === 2) {
      short.all += 1;
      if (a > 12 && b <= 12) {
        short.year.add(a);
        short.day.add(Number(match[4]));
      }
    }
    if (a > 12 && b <= 12) dayFirst += 1;
    else if (b > 12 && a <= 12) monthFirst += 1;
    else if (a !== b) {
      either += 1;
      if (match[2] === ".") points += 1;
    }
  }
  if (dayFirst === 0 && monthFirst === 0) {
    if (either === 0) return "ymd";
    // Nobody writes the month first with points.
    return points === either ? "dmy" : null;
  }
  // As in 24-01-31: no first part could be a month, and the last parts differ as days do.
  if (dayFirst === short.all && short.all >= 5 && short.day.size > short.year.size) return "ymd";
  return dayFirst >= monthFirst ? "dmy" : "mdy";
}

/** Days since 1970-01-01, or null where the calendar has no such day. */
export function dayNumber(year: number, month: number, day: number): number | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCFullYear() !== year || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day)
    return null;
  return date.getTime() / 86_400_000;
}

function namedMonth(text: string): Moment | null {
  const [, name = "", behind = ""] = leadingWord.exec(text) ?? [];
  const rest = name !== "" && isWeekday(name) && monthOf(name) === undefined ? behind : text;
  // "Mar" is Tuesday in Spanish and March in English: it is the day where a date follows.
  const dayFirst = dayFirstName.exec(rest) ?? dayFirstName.exec(behind);
  if (dayFirst) return named(dayFirst[3], dayFirst[2], dayFirst[1], dayFirst[4]);
  const monthFirst = monthFirstName.exec(rest) ?? monthFirstName.exec(behind);
  if (monthFirst) return named(monthFirst[3], monthFirst[1], monthFirst[2], monthFirst[4]);
  const clocked = timeBeforeYear.exec(rest.replace(/^[\p{L}\p{M}]+\.?\s+/u, ""));
  if (clocked) return named(clocked[3], leadingWord.exec(rest)?.[1], clocked[1], ` ${clocked[2]}`);
  const first = yearFirstName.exec(rest);
  return first && named(first[1], first[2], first[3], first[4]);
}

function named(year = "", month = "", day = "", rest = ""): Moment | null {
  const number = monthOf(month);
  return number === undefined ? null : moment(year.replace("'", ""), String(number), day, rest);
}

/** @param joined whether a time may follow without a space between */
function moment(year = "", month = "", day = "", rest = "", joined = false): Moment | null {
  const number = dayNumber(fullYear(year), Number(month), Number(day));
  if (number === null) return null;
  // Spanish writes hours behind the time, German "Uhr".
  const behind = rest.replace(/^[\s.,]+$/, "").replace(/(?<=:\d{2})\s*(?:hs?|hrs?|uhr)\.?$/iu, "");
  if (behind === "") return { day: number, seconds: null };
  const separated =
    /^(?:[T\s,;:]|-\s|[.]\s|\s-)+(?:at\s|um\s|à\s|alle\s|om\s|a las\s|às\s|o\s)?\s*(.*)$/u.exec(behind);
  const seconds = parseClock(separated?.[1] ?? (joined ? behind : ""));
  return seconds === null ? null : { day: number, seconds };
}

function fullYear(year: string): number {
  if (year.length > 2) return Number(year);
  return Number(year) + (Number(year) >= 50 ? 1900 : 2000);
}
