/** The order of day (d), month (m) and year (y) in dates written with numbers. */
export const dateFormats = ["ymd", "dmy", "mdy"] as const;
export type DateFormat = (typeof dateFormats)[number];

const time = String.raw`(?:[T ,]+(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-6]\d(?:[.,]\d+)?)?\s*(?:[AaPp]\.?[Mm]\.?)?\s*(?:Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?`;
const yearFirst = new RegExp(String.raw`^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})${time}$`);
const yearLast = new RegExp(String.raw`^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})${time}$`);
const compact = /^(\d{4})(\d{2})(\d{2})$/;

/**
 * Days since 1970-01-01 of a date as it is written, with or without a time of day, or null for what is no
 * date of the calendar. A time zone is not applied: the day is the one that the shop wrote. Two-digit
 * years are of this century.
 */
export function parseDay(text: string, format: DateFormat): number | null {
  const first = yearFirst.exec(text) ?? compact.exec(text);
  if (first) {
    const [, year, ...rest] = first;
    const [month, day] = rest.filter((part) => /^\d+$/.test(part));
    return dayNumber(Number(year), Number(month), Number(day));
  }
  const last = yearLast.exec(text);
  if (!last) return null;
  const [, a, , b, y] = last;
  const year = Number(y) + (y?.length === 2 ? 2000 : 0);
  return format === "mdy" ? dayNumber(year, Number(a), Number(b)) : dayNumber(year, Number(b), Number(a));
}

/** What a column of dates tells about its order; `null` where every date could be read both ways. */
export function dateOrder(texts: Iterable<string>): DateFormat | null {
  let dayFirst = 0;
  let monthFirst = 0;
  let either = 0;
  let points = 0;
  for (const text of texts) {
    const match = yearLast.exec(text);
    if (!match) continue;
    const a = Number(match[1]);
    const b = Number(match[3]);
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
  return dayFirst >= monthFirst ? "dmy" : "mdy";
}

/** Days since 1970-01-01, or null where the calendar has no such day. */
function dayNumber(year: number, month: number, day: number): number | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCFullYear() !== year || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day)
    return null;
  return date.getTime() / 86_400_000;
}
