import { RowSpace } from "../statistics/algebra/row-space.ts";

/** What sums are over: purchases that no published number tells apart. */
export interface Column {
  /** How many persons have purchases in it. */
  count: number;
  /** Who they are; null for enough persons. */
  persons: readonly number[] | null;
}

/**
 * Whether sums over columns that are told tell of few together, by adding and subtracting multiples of them. That a sum is
 * of nobody is known as well.
 *
 * @param told of each table the cell of each column, from 0 on; −1 for a column that it does not tell
 * @param asked other ways to put columns together whose sums must not follow
 */
export function sumsTellOfFew(
  columns: readonly Column[],
  told: readonly Int32Array[],
  asked: Iterable<Int32Array>,
  isFew: (persons: number) => boolean,
): boolean {
  if (columns.every(({ persons }) => persons === null || persons.length === 0)) return false;
  const isEmpty = new Uint8Array(columns.length);
  for (const cellOf of told) {
    const filled = new Set(cellOf.filter((_, column) => (columns[column]?.count ?? 0) > 0));
    for (let column = 0; column < cellOf.length; column += 1) {
      const cell = cellOf[column] ?? -1;
      if (cell >= 0 && !filled.has(cell)) isEmpty[column] = 1;
    }
  }
  // Those of most persons first: what follows of the last alone is of few.
  const places = Int32Array.from(columns.keys())
    .filter((column) => isEmpty[column] === 0)
    .sort((one, other) => (columns[other]?.count ?? 0) - (columns[one]?.count ?? 0) || one - other);
  const persons = Array.from(places, (column) => columns[column]?.persons ?? null);
  const sumsBy = (cellOf: Int32Array) => sumsOf(places.map((column) => cellOf[column] ?? -1));
  const isOfFew = (sum: Float64Array) => isFew(personsOf(sum, persons, isFew));
  const space = new RowSpace(told.flatMap(sumsBy), places.length);
  for (const sum of space.reduced()) if (isOfFew(sum)) return true;
  for (const cellOf of asked) if (sumsBy(cellOf).some((sum) => isOfFew(sum) && space.has(sum))) return true;
  return false;
}

/** Of each cell a sum over columns: the factor of those in it is 1. */
function sumsOf(cellOf: Int32Array): Float64Array[] {
  const found = new Map<number, Float64Array>();
  for (let place = 0; place < cellOf.length; place += 1) {
    const cell = cellOf[place] ?? -1;
    if (cell < 0) continue;
    const sum = found.get(cell) ?? new Float64Array(cellOf.length);
    found.set(cell, sum);
    sum[place] = 1;
  }
  return [...found.values()];
}

/** How many persons a sum is of; not counted on once they are enough. */
function personsOf(
  sum: Float64Array,
  persons: readonly (readonly number[] | null)[],
  isFew: (persons: number) => boolean,
): number {
  const all = new Set<number>();
  for (let place = 0; place < sum.length; place += 1) {
    if (sum[place] === 0) continue;
    const own = persons[place] ?? null;
    if (own === null) return Number.POSITIVE_INFINITY;
    for (const person of own) all.add(person);
    if (all.size > 0 && !isFew(all.size)) return all.size;
  }
  return all.size;
}
