import type { LinePersons } from "../questions/persons.ts";
import type { PurchaseLines } from "../store/purchase-lines.ts";
import type { Axis } from "./axis.ts";
import { cellAt, countCells, placesOf } from "./cells.ts";

/** With more groups than that on both sides no unions are looked at: there would be too many. */
const mostGroups = 12;

/**
 * Whether two tables tell of few by values that exclude each other. One has the first axis, the other the second, both the
 * rest. If all of a segment are of one persona, then in any quarter the persona's customers less the segment's are those
 * of the persona's other segments: so it is with all values of one side, less those of the other that have no others.
 *
 * Cost: two to the number of groups of the smaller side, and the lines once for each union of few.
 */
export function tellsByExclusion(
  axes: readonly Axis[],
  levels: readonly number[],
  lines: Pick<PurchaseLines, "customer" | "amount">,
  persons: LinePersons,
  isFew: (persons: number) => boolean,
): boolean {
  const cells = countCells(axes, levels, lines, persons);
  const [rows = 0, columns = 0] = cells.rungs.map(({ names }) => names.length + 1);
  if (Math.min(rows, columns) > mostGroups) return false;
  const parts = cells.strides[1] ?? 1;
  const count = (row: number, column: number, part: number) => {
    const cell = cellAt(cells, [row, column]) + part;
    return (cells.customers[cell] ?? 0) + (cells.guests[cell] ?? 0);
  };
  const isTogether = (row: number, column: number) =>
    Array.from({ length: parts }, (_, part) => count(row, column, part)).some((persons) => persons > 0);
  const cellOf = placesOf(axes, cells.rungs, cells.strides, persons.personOf.length);
  /** The different persons of some cells; `most` counts who is in several of them again. */
  const distinct = (most: number, pairs: readonly number[][], part: number) => {
    // So many are enough even if each is in every cell.
    if (Math.floor(most / pairs.length) > 0 && !isFew(Math.floor(most / pairs.length))) return most;
    const wanted = new Set(pairs.map((pair) => cellAt(cells, pair) + part));
    return new Set(persons.personOf.filter((_, line) => wanted.has(cellOf[line] ?? 0))).size;
  };
  const [first, second] = [range(rows), range(columns)];
  const together = first.map((row) => second.map((column) => isTogether(row, column)));
  const isByRow = rows <= columns;
  const [less, more] = isByRow ? [first, second] : [second, first];
  const meet = (one: number, other: number) =>
    (isByRow ? together[one]?.[other] : together[other]?.[one]) === true;
  for (let mask = 1; mask < 2 ** less.length - 1; mask += 1) {
    const own = less.filter((each) => (mask & (1 << each)) !== 0);
    const within = more.filter((each) => less.some((one) => meet(one, each)));
    const outside = within.filter((each) => less.some((one) => !own.includes(one) && meet(one, each)));
    // Where nothing lies within, nothing can be taken off.
    if (outside.length === within.length) continue;
    const pairs = own.flatMap((one) => outside.map((each) => (isByRow ? [one, each] : [each, one])));
    for (const part of range(parts)) {
      const most = pairs.reduce((all, [row = 0, column = 0]) => all + count(row, column, part), 0);
      if (most > 0 && (isFew(most) || isFew(distinct(most, pairs, part)))) return true;
    }
  }
  return false;
}

function range(length: number): number[] {
  return Array.from({ length }, (_, index) => index);
}
