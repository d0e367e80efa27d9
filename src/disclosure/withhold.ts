import { bridges, type Edge } from "../statistics/clusters/bridges.ts";
import { sum } from "../statistics/describe/sum.ts";

/** A number of a table whose totals are known. */
export interface Cell {
  /** How many persons stand behind it; a cell of nobody tells of nobody. */
  persons: number;
  /** The lines of the table that it lies in. The totals of both are known; a list has rows alone. */
  row: string;
  column?: string;
  /** False where it is not shown for another reason, such as the length of a list. */
  listed?: boolean;
}

/** How many different persons stand behind cells together, at least. */
export type Together<Of extends Cell> = (cells: readonly Of[]) => number;

export interface Withholding<Of extends Cell> {
  /** Where a person may be in several cells; without it each is in one. */
  together?: Together<Of>;
  /** Which of two goes first where one must go for another's sake; without it the one of fewer persons. */
  first?: (a: Of, b: Of) => number;
}

/**
 * The cells that are not shown: those of fewer than `minimum` persons, and with them the next smallest of their
 * row or column until what a total leaves open holds at least `minimum` persons, and others until no small cell can be
 * worked out from all totals at once (it could where no circle of hidden cells goes through it). Where that takes
 * whole lines, their totals must not be shown either.
 */
export function withhold<Of extends Cell>(
  cells: readonly Of[],
  minimum: number,
  { together = addUp, first = fewest }: Withholding<Of> = {},
): ReadonlySet<Of> {
  // In an order that `first` decides as far as it does: which line is mended first must not follow that of the cells.
  const filled = cells.filter(({ persons }) => persons > 0).sort(first);
  const hidden = new Set(filled.filter(({ persons, listed }) => persons < minimum || listed === false));
  if (hidden.size === 0) return hidden;
  const lines = linesOf(filled);
  /** Hides one more of some cells; false where all are hidden. */
  const hideNext = (line: readonly Of[]) => {
    const [next] = line.filter((cell) => !hidden.has(cell)).sort(first);
    if (next !== undefined) hidden.add(next);
    return next !== undefined;
  };
  const isThin = (line: readonly Of[]) => {
    const within = line.filter((cell) => hidden.has(cell));
    return within.length > 0 && together(within) < minimum;
  };
  const mend = () => {
    for (const line of lines.values()) if (isThin(line) && hideNext(line)) return true;
    return toldCells(hidden).some((cell) => {
      if (cell.persons >= minimum) return false;
      const [row, column] = nodesOf(cell);
      const [rowSide, columnSide] = [reached(row, cell, hidden), reached(column, cell, hidden)];
      const closing = filled.filter((other) => {
        const [one, next] = nodesOf(other);
        return (rowSide.has(one) && columnSide.has(next)) || (columnSide.has(one) && rowSide.has(next));
      });
      const around = [...rowSide, ...columnSide].flatMap((name) => lines.get(name) ?? []);
      return hideNext(closing) || hideNext(around);
    });
  };
  while (mend());
  return hidden;
}

/** The largest of cells that may hold the same persons. */
export function atLeast(cells: readonly Cell[]): number {
  return cells.reduce((most, { persons }) => Math.max(most, persons), 0);
}

function addUp(cells: readonly Cell[]): number {
  return sum(cells.map(({ persons }) => persons));
}

function fewest(a: Cell, b: Cell): number {
  return a.persons - b.persons;
}

/** The cells of each line by its name. */
function linesOf<Of extends Cell>(cells: readonly Of[]): Map<string, Of[]> {
  const lines = new Map<string, Of[]>();
  for (const cell of cells) {
    for (const name of nodesOf(cell)) {
      const line = lines.get(name);
      if (line === undefined) lines.set(name, [cell]);
      else line.push(cell);
    }
  }
  lines.delete(outside);
  return lines;
}

/** Stands for the totals that are not known. */
const outside = "outside";

function nodesOf({ row, column }: Cell): [string, string] {
  return [`row ${row}`, column === undefined ? outside : `column ${column}`];
}

/** The lines that hidden cells, without one of them, join to a line. */
function reached(from: string, without: Cell, hidden: ReadonlySet<Cell>): ReadonlySet<string> {
  const joined = new Map<string, string[]>();
  for (const cell of hidden) {
    if (cell === without) continue;
    const [row, column] = nodesOf(cell);
    joined.set(row, [...(joined.get(row) ?? []), column]);
    joined.set(column, [...(joined.get(column) ?? []), row]);
  }
  const found = new Set([from]);
  for (const name of found) for (const next of joined.get(name) ?? []) found.add(next);
  return found;
}

/**
 * The hidden cells that the totals tell: lines are the nodes of a graph and hidden cells its edges, and an edge is told
 * where nothing else joins its two ends, for then the totals of one side leave it alone.
 */
function toldCells<Of extends Cell>(hidden: ReadonlySet<Of>): Of[] {
  const places = new Map<string, number>();
  const placeOf = (name: string) => {
    const place = places.get(name) ?? places.size;
    places.set(name, place);
    return place;
  };
  const cells = [...hidden];
  const edges = cells.map((cell): Edge => {
    const [row, column] = nodesOf(cell);
    return [placeOf(row), placeOf(column)];
  });
  return bridges(places.size, edges).flatMap((edge) => cells[edge] ?? []);
}
