import { isOfCalendar, type Side, sideKey, sizeOf } from "./sides.ts";
import { type Column, sumsTellOfFew } from "./sums-of-few.ts";

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
  const classes = (isWanted: (side: Side) => boolean) =>
    classesOf(
      told.flatMap((sides) => sides.filter(isWanted)),
      lines,
    );
  const values = classes((side) => !isOfCalendar(side));
  if (values === null) return false;
  let times = classes(isOfCalendar);
  while (times === null || values.count * times.count > mostColumns) {
    // The finest tables of the calendar alone, as weeks, are left aside first.
    const at = told.findLastIndex((sides) => sides.every(isOfCalendar));
    if (at < 0) return false;
    told.splice(at, 1);
    times = classes(isOfCalendar);
  }
  const columns = columnsOf(values, times, lines, personOf, minimum);
  // Must not follow either: the sum of a value, of a time, and of a value at a time, as some table groups them.
  const asked = [null, ...values.groupsOf.keys()].flatMap((value) =>
    [null, ...times.groupsOf.keys()].map((time) =>
      cellsIn(
        [value, time].filter((key) => key !== null),
        values,
        times,
      ),
    ),
  );
  return sumsTellOfFew(
    columns,
    told.map((sides) => cellsIn(sides.map(sideKey), values, times)),
    asked,
    (persons) => persons > 0 && persons < minimum,
  );
}

/** Null for more classes than are looked at. */
function classesOf(sides: readonly Side[], lines: Int32Array): Classes | null {
  const own = new Map(sides.map((side) => [sideKey(side), side]));
  if (sides.some(({ groups }) => groups > mostColumns)) return null;
  let count = 1;
  const classOf = new Int32Array(lines.length);
  for (const { codes, groupOf, groups } of own.values()) {
    // By class and group; a map would take most of the time that tables are held against each other.
    const known = new Int32Array(count * groups).fill(-1);
    count = 0;
    for (let at = 0; at < lines.length; at += 1) {
      const key = (classOf[at] ?? 0) * groups + (groupOf[codes[lines[at] ?? 0] ?? 0] ?? 0);
      let found = known[key] ?? -1;
      if (found < 0) {
        found = count;
        known[key] = found;
        count += 1;
      }
      classOf[at] = found;
    }
    count = Math.max(1, count);
    if (count > mostColumns) return null;
  }
  const firsts = new Int32Array(count);
  for (let at = lines.length - 1; at >= 0; at -= 1) firsts[classOf[at] ?? 0] = lines[at] ?? 0;
  const groupsOf = new Map(
    [...own].map(([key, { codes, groupOf }]) => [key, firsts.map((line) => groupOf[codes[line] ?? 0] ?? 0)]),
  );
  return { count, classOf, groupsOf };
}

/** A column for each class of the thing's values at each class of times, at the value's place times the number of times. */
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
