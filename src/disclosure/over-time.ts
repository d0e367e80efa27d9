import { RowSpace } from "./row-space.ts";
import { isOfCalendar, type Side, sideKey, sizeOf } from "./sides.ts";

/** More combinations of a thing's values and times than that are not looked at together. */
const mostColumns = 600;

/** The lines by all of some sides at once: the lines of a class are in the same group of each. */
interface Classes {
  count: number;
  /** The class of each of the lines, in their order. */
  classOf: Int32Array;
  /** Of each side, by its key, the group of each class. */
  groupsOf: ReadonlyMap<string, Int32Array>;
}

/** A class of the thing's values at a class of times; their place is that of the value times the number of times. */
interface Column {
  /** How many persons have purchases in it. */
  count: number;
  /** Who they are; null for enough persons. */
  persons: readonly number[] | null;
}

/**
 * Whether some tables of one thing over the calendar tell of few together, by adding and subtracting: categories by season,
 * categories by quarter and seasons by quarter may, where no two of them do. What is told to be empty is known.
 *
 * @param tables each by its sides, of the thing and of the calendar
 * @param lines the places of the lines, person by person
 * @param minimum the fewest persons that a number may stand on
 */
export function tellOverTime(
  tables: readonly (readonly Side[])[],
  lines: Int32Array,
  personOf: Int32Array,
  minimum: number,
): boolean {
  const told = [...tables].sort((one, other) => sizeOf(one) - sizeOf(other));
  const classes = () =>
    [isOfCalendar, (side: Side) => !isOfCalendar(side)].map((holds) =>
      classesOf(
        told.flatMap((sides) => sides.filter(holds)),
        lines,
      ),
    );
  let [times, values] = classes();
  while (times !== undefined && values !== undefined && values.count * times.count > mostColumns) {
    // The finest tables of the calendar alone, as weeks, are left aside first.
    const at = told.findLastIndex((sides) => sides.every(isOfCalendar));
    if (at < 0) return false;
    told.splice(at, 1);
    [times, values] = classes();
  }
  if (times === undefined || values === undefined) return false;
  const columns = columnsOf(values, times, lines, personOf, minimum);
  if (columns.every(({ persons }) => persons === null || persons.length === 0)) return false;
  const cells = told.map((sides) => cellsIn(sides.map(sideKey), values, times));
  const isEmpty = new Uint8Array(columns.length);
  for (const cellOf of cells) {
    const filled = new Set(cellOf.filter((_, column) => (columns[column]?.count ?? 0) > 0));
    for (let column = 0; column < cellOf.length; column += 1)
      if (!filled.has(cellOf[column] ?? 0)) isEmpty[column] = 1;
  }
  // Those of most persons first: what follows of the last alone is of few.
  const places = Int32Array.from(columns.keys())
    .filter((column) => isEmpty[column] === 0)
    .sort((one, other) => (columns[other]?.count ?? 0) - (columns[one]?.count ?? 0) || one - other);
  const persons = Array.from(places, (column) => columns[column]?.persons ?? null);
  const isFew = (sum: Float64Array) => isOfFew(sum, persons, minimum);
  const sums = new RowSpace(
    cells.flatMap((cellOf) => sumsBy(places.map((column) => cellOf[column] ?? 0))),
    places.length,
  );
  for (const sum of sums.reduced()) if (isFew(sum)) return true;
  // And what is of a value and a time as any of the tables tell them.
  return [null, ...values.groupsOf.keys()].some((value) =>
    [null, ...times.groupsOf.keys()].some((time) => {
      const cellOf = cellsIn(
        [value, time].filter((key) => key !== null),
        values,
        times,
      );
      return sumsBy(places.map((column) => cellOf[column] ?? 0)).some((sum) => isFew(sum) && sums.has(sum));
    }),
  );
}

function classesOf(sides: readonly Side[], lines: Int32Array): Classes {
  const own = new Map(sides.map((side) => [sideKey(side), side]));
  let count = 1;
  const classOf = new Int32Array(lines.length);
  for (const { codes, groupOf, groups } of own.values()) {
    const known = new Map<number, number>();
    for (let at = 0; at < lines.length; at += 1) {
      const key = (classOf[at] ?? 0) * groups + (groupOf[codes[lines[at] ?? 0] ?? 0] ?? 0);
      let found = known.get(key);
      if (found === undefined) {
        found = known.size;
        known.set(key, found);
      }
      classOf[at] = found;
    }
    count = Math.max(1, known.size);
  }
  const firsts = new Int32Array(count);
  for (let at = lines.length - 1; at >= 0; at -= 1) firsts[classOf[at] ?? 0] = lines[at] ?? 0;
  const groupsOf = new Map(
    [...own].map(([key, { codes, groupOf }]) => [key, firsts.map((line) => groupOf[codes[line] ?? 0] ?? 0)]),
  );
  return { count, classOf, groupsOf };
}

function columnsOf(
  values: Classes,
  times: Classes,
  lines: Int32Array,
  personOf: Int32Array,
  minimum: number,
): Column[] {
  const counts = new Int32Array(values.count * times.count);
  const last = new Int32Array(counts.length);
  const found = Array.from(counts, (): number[] => []);
  for (let at = 0; at < lines.length; at += 1) {
    const column = (values.classOf[at] ?? 0) * times.count + (times.classOf[at] ?? 0);
    const person = personOf[lines[at] ?? 0] ?? 0;
    if (last[column] === person) continue;
    last[column] = person;
    counts[column] = (counts[column] ?? 0) + 1;
    if ((counts[column] ?? 0) <= minimum) found[column]?.push(person);
  }
  return found.map((persons, column) => ({
    count: counts[column] ?? 0,
    persons: persons.length < minimum ? persons : null,
  }));
}

/** The cell of each column in a table of some sides. */
function cellsIn(keys: readonly string[], values: Classes, times: Classes): Int32Array {
  const found = new Int32Array(values.count * times.count);
  for (const key of keys) {
    const [ofValue, ofTime] = [values.groupsOf.get(key), times.groupsOf.get(key)];
    const groups = (ofValue ?? ofTime ?? found).reduce((most, group) => Math.max(most, group), 0) + 1;
    for (let column = 0; column < found.length; column += 1) {
      const group = ofValue?.[Math.floor(column / times.count)] ?? ofTime?.[column % times.count] ?? 0;
      found[column] = (found[column] ?? 0) * groups + group;
    }
  }
  return found;
}

/** Of each cell a sum over columns: the factor of those in it is 1. */
function sumsBy(cellOf: Int32Array): Float64Array[] {
  const found = new Map<number, Float64Array>();
  for (let place = 0; place < cellOf.length; place += 1) {
    const cell = cellOf[place] ?? 0;
    const sum = found.get(cell) ?? new Float64Array(cellOf.length);
    found.set(cell, sum);
    sum[place] = 1;
  }
  return [...found.values()];
}

/** Whether a sum is of somebody, and of few persons. */
function isOfFew(
  sum: Float64Array,
  persons: readonly (readonly number[] | null)[],
  minimum: number,
): boolean {
  const all = new Set<number>();
  for (let place = 0; place < sum.length; place += 1) {
    if (sum[place] === 0) continue;
    const own = persons[place] ?? null;
    if (own === null) return false;
    for (const person of own) all.add(person);
    if (all.size >= minimum) return false;
  }
  return all.size > 0;
}
