/** Days that programs write where there is no date: 1970-01-01, 1900-01-01, 1899-12-30 and 31, 0001-01-01. */
const placeholders = new Set([0, -25_567, -25_569, -25_568, -719_162]);
/** A gap in a shop's history may be as long as five years. */
const leastGap = 5 * 365;
const leastRows = 10;

/** Dates that lie far from all others, and between which days the others lie. */
export interface FarDates {
  /** Codes of the far ones. */
  codes: number[];
  first: number;
  last: number;
}

/**
 * Finds the few dates that lie far from the others, such as 2204 among those of one year: at most one in a hundred rows at
 * either end, farther away than five years and five times the span of the others. Days that programs write for no date are
 * far however many they are, as long as they are fewer than half.
 *
 * @param days days since 1970-01-01 by code; NaN for none
 * @param uses rows by code
 */
export function farDates(days: Float64Array, uses: Uint32Array): FarDates | null {
  const rowsOf = new Map<number, number>();
  for (let code = 0; code < days.length; code += 1) {
    const day = days[code] ?? Number.NaN;
    const rows = uses[code] ?? 0;
    if (!Number.isNaN(day) && rows > 0) rowsOf.set(day, (rowsOf.get(day) ?? 0) + rows);
  }
  const all = [...rowsOf].map(([day, rows]) => ({ day, rows }));
  const written = all.filter(({ day }) => !placeholders.has(day));
  const mostly = sum(written) * 2 > sum(all) ? written : all;
  const rows = sum(mostly);
  if (rows < leastRows) return null;
  const sorted = [...mostly].sort((a, b) => a.day - b.day);
  const atEnd = Math.max(1, Math.floor(rows / 100));
  const low = dayBehind(sorted, atEnd);
  const high = dayBehind([...sorted].reverse(), atEnd);
  const reach = Math.max(leastGap, 5 * (high - low));
  const isFar = (day: number) => day < low - reach || day > high + reach;
  if (!all.some(({ day }) => isFar(day))) return null;
  const near = sorted.filter(({ day }) => !isFar(day));
  const codes = [...days.keys()].filter((code) => (uses[code] ?? 0) > 0 && isFar(days[code] ?? Number.NaN));
  return { codes, first: near[0]?.day ?? low, last: near.at(-1)?.day ?? high };
}

interface DayRows {
  day: number;
  rows: number;
}

function sum(days: readonly DayRows[]): number {
  return days.reduce((all, { rows }) => all + rows, 0);
}

/** The day of the row that so many rows stand before. */
function dayBehind(sorted: readonly DayRows[], before: number): number {
  let passed = 0;
  for (const { day, rows } of sorted) {
    passed += rows;
    if (passed > before) return day;
  }
  return sorted.at(-1)?.day ?? 0;
}
