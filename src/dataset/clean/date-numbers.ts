import type { FileReader } from "./by-file.ts";
import type { Moment } from "./date.ts";

/** A way of writing a moment as one number: what it counts, from when, and which numbers are plausible. */
interface NumberedDates {
  name: "excel" | "days" | "seconds" | "milliseconds";
  /** A day in the unit of the number. */
  perDay: number;
  /** The number of 1970-01-01. */
  epoch: number;
  from: number;
  to: number;
}

/**
 * Numbers that lie apart from each other for any shop's dates: Excel's serials of 1990 to 2050, days since 1970 from 2000
 * to 2050, Unix time from 2000 to 2050 in seconds and in milliseconds. (Excel counts 1900-02-29, which never was: serial 25569
 * is 1970-01-01.)
 */
const kinds: readonly NumberedDates[] = [
  { name: "excel", perDay: 1, epoch: 25_569, from: 32_874, to: 54_789 },
  { name: "days", perDay: 1, epoch: 0, from: 10_957, to: 29_220 },
  { name: "seconds", perDay: 86_400, epoch: 0, from: 946_684_800, to: 2_524_608_000 },
  { name: "milliseconds", perDay: 86_400_000, epoch: 0, from: 946_684_800_000, to: 2_524_608_000_000 },
];

const plain = /^\d{5,13}(?:[.,]\d+)?$/;
/** Of a column's numbers; the others may be what somebody mistyped. */
const leastShare = 0.9;

/**
 * How a column of dates that is written in numbers alone is to be read; undefined where the texts are no such
 * column.
 */
export function numberedDates(texts: readonly string[]): FileReader<Moment> | undefined {
  const filled = texts.filter((text) => text !== "");
  const numbers = filled.filter((text) => plain.test(text)).map(numberOf);
  if (numbers.length === 0 || numbers.length < filled.length * leastShare) return undefined;
  const kind = kinds.find(
    ({ from, to }) =>
      numbers.filter((number) => number >= from && number <= to).length >= numbers.length * leastShare,
  );
  return kind && { kind: kind.name, read: (text) => readNumber(text, kind) };
}

function readNumber(text: string, { perDay, epoch, from, to }: NumberedDates): Moment | null {
  const number = plain.test(text) ? numberOf(text) : Number.NaN;
  if (!(number >= from && number <= to)) return null;
  const days = (number - epoch) / perDay;
  const day = Math.floor(days);
  const seconds = Math.round((days - day) * 86_400);
  // A column of whole days has no times; half a second before midnight is the next day.
  if (seconds === 86_400) return { day: day + 1, seconds: 0 };
  return { day, seconds: perDay === 1 && days === day ? null : seconds };
}

function numberOf(text: string): number {
  return Number(text.replace(",", "."));
}
