import { inverse, prime } from "./residues.ts";

/** All sums that follow from some sums over columns by adding and subtracting multiples, modulo a prime. */
export class RowSpace {
  /** The reduced echelon form, by the place of each pivot. */
  readonly #rows: ReadonlyMap<number, Float64Array>;

  /** @param rows by row the factor of each column, 0 or 1; they are overwritten */
  constructor(rows: readonly Float64Array[], width: number) {
    this.#rows = echelonForm(rows, width);
  }

  /** The rows of the reduced echelon form that are sums of columns: all their factors are 0 or 1. */
  *reduced(): Generator<Float64Array> {
    for (const row of this.#rows.values()) if (row.every((value) => value <= 1)) yield row;
  }

  /** Whether a sum of columns follows. */
  has(sum: Float64Array): boolean {
    const rest = sum.slice();
    for (let column = 0; column < sum.length; column += 1) {
      const row = sum[column] === 0 ? undefined : this.#rows.get(column);
      if (row !== undefined) takeOff(rest, row, rest[column] ?? 0, column);
    }
    return rest.every((value) => value === 0);
  }
}

function echelonForm(rows: readonly Float64Array[], width: number): Map<number, Float64Array> {
  const left = [...rows];
  const found = new Map<number, Float64Array>();
  let from = 0;
  for (let column = 0; column < width && from < left.length; column += 1) {
    let at = from;
    while (at < left.length && left[at]?.[column] === 0) at += 1;
    const row = left[at];
    if (row === undefined) continue;
    left[at] = left[from] ?? row;
    left[from] = row;
    const factor = inverse(row[column] ?? 1);
    if (factor !== 1)
      for (let place = column; place < width; place += 1) row[place] = ((row[place] ?? 0) * factor) % prime;
    for (let place = 0; place < left.length; place += 1) {
      const other = left[place];
      const times = other?.[column] ?? 0;
      if (place !== from && times !== 0 && other !== undefined) takeOff(other, row, times, column);
    }
    found.set(column, row);
    from += 1;
  }
  return found;
}

/** Takes a row off another so many times, from a column on. */
function takeOff(from: Float64Array, row: Float64Array, times: number, column: number): void {
  if (times === 0) return;
  for (let place = column; place < row.length; place += 1) {
    const value = row[place] ?? 0;
    if (value !== 0) from[place] = ((from[place] ?? 0) + (prime - times) * value) % prime;
  }
}
