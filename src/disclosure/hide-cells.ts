import { type CellTable, tableKey } from "../edition/filters/cell-table.ts";

/**
 * Hides cells until no group of fewer than `minimum` customers is published or follows from what is.
 *
 * A cell with a condition less is a total of the cells that have it: the total of a line of cells. Hidden are
 * cells of too few customers, and what lies within a hidden cell. Where a total is known and the cells of its
 * line that are not known hold together too few customers, the smallest published cell of the line is hidden as
 * well. Who has no value in a field is no group of it; who has one that is not listed is.
 *
 * `tables` by their keys; a table's totals are the tables with one dimension less, as far as they are there.
 */
export function hideCells(
  tables: ReadonlyMap<string, CellTable>,
  minimum: number,
  isNamed: IsNamed = () => true,
): void {
  const ascending = [...tables.values()].sort((a, b) => a.axes.length - b.axes.length);
  for (const table of ascending) {
    hideUnnamed(table, isNamed);
    hideIn(table, totalsOf(table, tables), minimum);
  }
}

/** Hides of a single dimension the values that may not be named; what lies within them goes with them. */
function hideUnnamed({ axes, hidden }: CellTable, isNamed: IsNamed): void {
  const [axis, ...more] = axes;
  if (axis === undefined || more.length > 0) return;
  axis.dimension.names.forEach((name, index) => {
    if (index + 1 < axis.size && !isNamed(axis.dimension.id, name)) hidden[index + 1] = 1;
  });
}

/**
 * Whether a value of a dimension may be named: elsewhere in the report it may have been withheld for another's sake.
 */
export type IsNamed = (dimension: string, name: string) => boolean;

/** For an axis the place in its total of every cell, -1 where the total does not reach that far. */
interface Total {
  axis: number;
  table: CellTable;
  places: Int32Array;
}

function totalsOf(table: CellTable, tables: ReadonlyMap<string, CellTable>): Total[] {
  return table.axes.flatMap((_, axis) => {
    const rest = table.axes.filter((__, other) => other !== axis);
    const total = tables.get(tableKey(rest.map(({ dimension }) => dimension)));
    if (total === undefined) return [];
    const places = new Int32Array(table.cells);
    for (let cell = 0; cell < table.cells; cell += 1) {
      // The code 0 of a shorter axis holds more than the one of its total.
      const codes = table.codesOf(cell).filter((__, other) => other !== axis);
      const differs = rest.some(({ size }, place) => codes[place] === 0 && size !== total.axes[place]?.size);
      places[cell] = differs ? -1 : (total.cellOf(codes) ?? -1);
    }
    return [{ axis, table: total, places }];
  });
}

function hideIn(table: CellTable, totals: readonly Total[], minimum: number): void {
  const { cells, counts, customers, hidden } = table;
  for (let cell = 0; cell < cells; cell += 1) {
    const small = (counts[cell] ?? 0) > 0 && (customers[cell] ?? 0) < minimum;
    const none = table.axes.some((_, axis) => table.codeOf(cell, axis) === 0);
    const within = totals.some(
      ({ table: total, places }) => (places[cell] ?? -1) >= 0 && total.hidden[places[cell] ?? 0] === 1,
    );
    if (small || none || within) hidden[cell] = 1;
  }
  const lines = totals.flatMap((total) => linesOf(table, total));
  for (;;) {
    const { told, derivedBy } = telling(table, lines, minimum);
    if (told.size === 0) return;
    for (const line of told) {
      const next = openBehind(table, line, derivedBy) ?? smallestIn(table, table.hidden.keys());
      if (next === null) return;
      hidden[next] = 1;
    }
  }
}

/** Cells that add up to a total. */
interface Line {
  total: CellTable;
  place: number;
  /** Cells with something in them, but for those that have no value on the line's axis. */
  cells: number[];
  /** People in all of them together. */
  people: number;
  /** Whether no customer is in two of the cells. */
  apart: boolean;
}

function linesOf(table: CellTable, { axis, table: total, places }: Total): Line[] {
  const side = table.axes[axis];
  const stride = table.strides[axis] ?? 1;
  if (side === undefined) return [];
  const { dimension, size } = side;
  const first = dimension.complete && size > dimension.names.length ? 1 : 0;
  const lines: Line[] = [];
  for (let start = 0; start < table.cells; start += 1) {
    const place = places[start] ?? -1;
    if (table.codeOf(start, axis) !== 0 || place < 0) continue;
    const cells: number[] = [];
    let sum = first === 0 ? 0 : (table.counts[start] ?? 0);
    for (let code = first; code < size; code += 1) {
      const cell = start + code * stride;
      sum += table.counts[cell] ?? 0;
      if ((table.counts[cell] ?? 0) > 0) cells.push(cell);
    }
    // An order may lie in several categories: then nothing can be taken from the total.
    if (cells.length === 0 || sum !== total.counts[place]) continue;
    const whole = (total.customers[place] ?? 0) + (total.guests[place] ?? 0);
    const people = dimension.ofCustomer || first === 1 ? fewest(table, cells, dimension.ofCustomer) : whole;
    lines.push({ total, place, cells, people, apart: dimension.ofCustomer });
  }
  return lines;
}

/** The lines whose total tells of too few people, and for each cell that follows the line it follows from. */
function telling(
  table: CellTable,
  lines: readonly Line[],
  minimum: number,
): { told: Set<Line>; derivedBy: Map<number, Line> } {
  const known = table.hidden.map((flag) => 1 - flag);
  table.known = known;
  if (table.axes.length === 0) known.fill(1);
  const told = new Set<Line>();
  const derivedBy = new Map<number, Line>();
  for (let before = -1; before < derivedBy.size; ) {
    before = derivedBy.size;
    for (const line of lines) {
      if (line.total.known[line.place] !== 1) continue;
      const unknown = line.cells.filter((cell) => known[cell] !== 1);
      const [only] = unknown;
      if (only === undefined) continue;
      const people = unknown.length === line.cells.length ? line.people : fewest(table, unknown, line.apart);
      if (people < minimum && line.people >= minimum) told.add(line);
      if (unknown.length > 1) continue;
      known[only] = 1;
      derivedBy.set(only, line);
    }
  }
  return { told, derivedBy };
}

/** A published cell of a line; where all of it is hidden, one of those that a cell of it follows from. */
function openBehind(table: CellTable, line: Line, derivedBy: ReadonlyMap<number, Line>): number | null {
  const seen = new Set([line]);
  for (const each of seen) {
    const open = smallestIn(table, each.cells);
    if (open !== null) return open;
    for (const cell of each.cells) {
      const source = derivedBy.get(cell);
      if (source !== undefined) seen.add(source);
    }
  }
  return null;
}

/** How many people are in some cells, at least. */
function fewest({ customers, guests }: CellTable, cells: readonly number[], apart: boolean): number {
  return cells.reduce((all, cell) => {
    const own = (customers[cell] ?? 0) + (guests[cell] ?? 0);
    return apart ? all + own : Math.max(all, own);
  }, 0);
}

/** The published cell of fewest customers, of equals the last. */
function smallestIn({ counts, customers, hidden }: CellTable, cells: Iterable<number>): number | null {
  let smallest: number | null = null;
  for (const cell of cells) {
    if (hidden[cell] === 1 || counts[cell] === 0) continue;
    if (smallest === null || (customers[cell] ?? 0) <= (customers[smallest] ?? 0)) smallest = cell;
  }
  return smallest;
}
