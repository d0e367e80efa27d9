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
  const known = [...days.keys()].filter((code) => !Number.isNaN(days[code]) && (uses[code] ?? 0) > 0);
  const dayOf = (code: number) => days[code] ?? 0;
  const rowsOf = (codes: readonly number[]) => codes.reduce((sum, code) => sum + (uses[code] ?? 0), 0);
  const written = known.filter((code) => !placeholders.has(dayOf(code)));
  const mostly = rowsOf(written) * 2 > rowsOf(known) ? written : known;
  const rows = rowsOf(mostly);
  if (rows < leastRows) return null;
  const sorted = [...mostly].sort((a, b) => dayOf(a) - dayOf(b));
  const atEnd = Math.max(1, Math.floor(rows / 100));
  const low = dayAt(sorted, dayOf, uses, atEnd);
  const high = dayAt([...sorted].reverse(), dayOf, uses, atEnd);
  const reach = Math.max(leastGap, 5 * (high - low));
  const isFar = (code: number) => dayOf(code) < low - reach || dayOf(code) > high + reach;
  const near = mostly.filter((code) => !isFar(code)).map(dayOf);
  const codes = known.filter(isFar);
  if (codes.length === 0) return null;
  return { codes, first: near.reduce((a, b) => Math.min(a, b)), last: near.reduce((a, b) => Math.max(a, b)) };
}

/** The day of the row that so many rows stand before. */
function dayAt(
  sorted: readonly number[],
  dayOf: (code: number) => number,
  uses: Uint32Array,
  before: number,
): number {
  let rows = 0;
  for (const code of sorted) {
    rows += uses[code] ?? 0;
    if (rows > before) return dayOf(code);
  }
  return dayOf(sorted.at(-1) ?? 0);
}
