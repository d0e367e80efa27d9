import { hideCells, type IsNamed } from "../../disclosure/hide-cells.ts";
import { byCustomer } from "../../store/load/totals.ts";
import { CellTable, tableKey } from "./cell-table.ts";
import type { Dimension, LineDimension } from "./dimension.ts";
import { linesByOrder } from "./order-counts.ts";
import { countSelection, type SelectionNumbers, type SelectionSources } from "./selection-numbers.ts";

/** What a cube is counted from. */
export interface CubeSources extends SelectionSources {
  /** Fields and what else lines are counted by; see `lineDimensions`. */
  dimensions: readonly LineDimension[];
  isNamed: IsNamed;
}

/** Counts for every selection of one value or two, with cells of too few customers hidden. */
export interface FilterCube {
  dimensions: Dimension[];
  /** By `tableKey`. */
  tables: ReadonlyMap<string, CellTable>;
  /** By the key of the selection's fields; the empty key is all purchases. */
  selections: ReadonlyMap<string, SelectionNumbers>;
}

/**
 * Counts all that a narrowed Overview shows: for no field, each field and each pair of fields that can be
 * chosen from, and each of these split by every other dimension, and by category and season together.
 */
export function countFilterCube(sources: CubeSources): FilterCube {
  const { lines, dimensions, minimum } = sources;
  const customerOrder = byCustomer(lines);
  const orders = linesByOrder(lines);
  const tables = new Map<string, CellTable>();
  const fields = dimensions.filter(({ choices }) => choices > 0);
  const splits = dimensions.filter(({ choices }) => choices === 0);
  const crossed = fields.filter(({ id }) => id === "category" || id === "season");

  /** `whole`: by all values of a field, not only by those that can be chosen. */
  const count = (wanted: ReadonlySet<LineDimension>, whole: boolean) => {
    const sides = dimensions.filter((dimension) => wanted.has(dimension));
    const key = tableKey(sides);
    if (tables.has(key)) return;
    const table = tableOf(sides, whole);
    const cellOf = cellsOf(table, sides, lines.count);
    for (const line of customerOrder)
      table.add(cellOf[line] ?? 0, lines.customer[line] ?? 0, lines.amount[line] ?? 0);
    tables.set(key, table);
  };

  const chosen = selectionsOf(fields);
  for (const selection of chosen) {
    count(new Set(selection), true);
    for (const field of fields) count(new Set([...selection, field]), true);
  }
  for (const selection of chosen) {
    for (const split of splits) count(new Set([...selection, split]), false);
    if (crossed.length === 2) count(new Set([...selection, ...crossed]), false);
  }
  const selections = new Map<string, SelectionNumbers>();
  const ofOrders: Dimension[] = [];
  for (const selection of chosen) {
    const table = tableOf(selection, false);
    const counted = countSelection(
      sources,
      orders,
      customerOrder,
      table,
      cellsOf(table, selection, lines.count),
    );
    selections.set(tableKey(selection), counted.numbers);
    for (const split of counted.tables) {
      tables.set(tableKey(split.axes.map(({ dimension }) => dimension)), split);
      if (selection.length === 0) ofOrders.push(...split.axes.map(({ dimension }) => dimension));
    }
  }
  hideCells(tables, minimum, sources.isNamed);
  return { dimensions: [...dimensions, ...ofOrders], tables, selections };
}

/** No field, each field, each pair of fields. */
function selectionsOf(fields: readonly LineDimension[]): LineDimension[][] {
  return [
    [],
    ...fields.map((field) => [field]),
    ...fields.flatMap((one, place) => fields.slice(place + 1).map((other) => [one, other])),
  ];
}

function tableOf(sides: readonly LineDimension[], whole: boolean): CellTable {
  return new CellTable(
    sides.map((dimension) => ({
      dimension,
      size: (whole || dimension.choices === 0 ? dimension.names.length : dimension.choices) + 1,
    })),
  );
}

/** The cell of each line; codes beyond an axis are in its code 0. */
function cellsOf(table: CellTable, sides: readonly LineDimension[], count: number): Int32Array {
  const cellOf = new Int32Array(count);
  sides.forEach(({ codes }, axis) => {
    const stride = table.strides[axis] ?? 1;
    const size = table.axes[axis]?.size ?? 1;
    for (let line = 0; line < count; line += 1) {
      const code = codes[line] ?? 0;
      if (code < size) cellOf[line] = (cellOf[line] ?? 0) + code * stride;
    }
  });
  return cellOf;
}
