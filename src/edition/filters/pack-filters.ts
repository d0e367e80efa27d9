import {
  type FilterColumn,
  type FilterTable,
  isOfAllValues,
  isZeroWhereAbsent,
} from "../../sections/overview/filters/filter-tables.ts";
import { type CellTable, tableKey } from "./cell-table.ts";
import type { Dimension } from "./dimension.ts";
import type { FilterCube } from "./filter-cube.ts";
import type { SelectionNumbers } from "./selection-numbers.ts";

/** Products that a selection names: one more than a chart shows, so that it can say that there are more. */
const mostProducts = 11;

type Columns = [FilterColumn, number[]][];

/** How many of a dimension's first values are packed; of one that only splits, all of them. */
type Limit = (dimension: Dimension) => number;

interface Packing {
  /** Amounts are multiplied by it. */
  unit: number;
  minimum: number;
  /** How many of a field's choices are packed. */
  choicesOf: Limit;
}

/**
 * The published cells of a cube as columns, and the codes of the products that these name, in the order of
 * their new codes.
 */
export function packTables(
  cube: FilterCube,
  { unit, minimum, choicesOf }: Packing,
): { tables: FilterTable[]; products: number[] } {
  const products = new Map<number, number>();
  const hasGender = cube.dimensions.some(({ id }) => id === "gender");
  const limit: Limit = (dimension) =>
    dimension.choices === 0 ? dimension.names.length : choicesOf(dimension);
  const tables = [...cube.tables].flatMap(([key, table]) => {
    // All purchases stand in the page itself.
    if (table.axes.every(({ dimension }) => dimension.choices === 0)) return [];
    const numbers = cube.selections.get(key);
    const columns =
      numbers === undefined
        ? splitColumns(table, { unit, limit, hasGender })
        : selectionColumns(cube, table, numbers, { unit, minimum, limit, products });
    const told = columns.filter(([name, column]) =>
      column.some((value) => (isZeroWhereAbsent(name) ? value !== 0 : value >= 0)),
    );
    return told.length === 0
      ? []
      : [{ key, columns: Object.fromEntries(told.map(([name, values]) => [name, packColumn(values)])) }];
  });
  return { tables, products: [...products.keys()] };
}

/** Cut to twelve digits first: which way a half goes must not follow the order in which amounts were added. */
function toWhole(value: number): number {
  return Math.round(Number(value.toPrecision(12)));
}

/** Numbers to the base 36, parted by commas, empty for -1: text that compresses well. */
function packColumn(values: readonly number[]): string {
  return values.map((value) => (value < 0 ? "" : value.toString(36))).join(",");
}

/** The cells of the dimensions' values, in order, as far as the limits go. */
function cellsIn(table: CellTable, limit: Limit): number[] {
  const cells: number[] = [];
  const limits = table.axes.map(({ dimension }) => limit(dimension));
  for (let cell = 0; cell < table.cells; cell += 1) {
    const codes = table.codesOf(cell);
    const isIn = limits.every((most, axis) => {
      const code = codes[axis] ?? 0;
      return code > 0 && code <= most;
    });
    if (isIn) cells.push(cell);
  }
  return cells;
}

/** A table that splits selections: as much of it as a figure of the Overview shows. */
function splitColumns(
  table: CellTable,
  { unit, limit, hasGender }: { unit: number; limit: Limit; hasGender: boolean },
): Columns {
  const ids = new Set(table.axes.map(({ dimension }) => dimension.id));
  const has = (...some: (typeof table.axes)[number]["dimension"]["id"][]) => some.some((id) => ids.has(id));
  const customers = (): Columns => [customersColumn(table, limit)];
  const counts = (): Columns => [["counts", column(table, table.counts, limit)]];
  const revenue = (): Columns => [["revenue", column(table, table.revenue, limit, unit)]];
  if (has("product")) return [];
  if (has("rfm")) return customers();
  // The chart stands in for customers by gender.
  if (has("orders")) return has("gender") || !hasGender ? customers() : [];
  if (has("rating", "spend")) return counts();
  // Of months whole amounts are shown. Orders, a note beside them, would fill a quarter of the bytes for two fields.
  if (has("month"))
    return [...(ids.size > 2 ? [] : counts()), ["revenue", column(table, table.revenue, limit)]];
  if (table.axes.length > 3) return counts();
  return [
    ...customers(),
    ...(has("gender", "category") ? counts() : []),
    ...(has("gender", "persona") ? revenue() : []),
  ];
}

function selectionColumns(
  cube: FilterCube,
  table: CellTable,
  numbers: SelectionNumbers,
  {
    unit,
    minimum,
    limit,
    products,
  }: { unit: number; minimum: number; limit: Limit; products: Map<number, number> },
): Columns {
  const cells = cellsIn(table, limit);
  const own = (values: ArrayLike<number>, scale = 1) =>
    cellsIn(numbers.table, limit).map((cell) => {
      const value = values[cell] ?? Number.NaN;
      const place = table.cellOf(numbers.table.codesOf(cell)) ?? 0;
      return table.hidden[place] === 1 || Number.isNaN(value) ? -1 : toWhole(value * scale);
    });
  const [lower, median, upper] = numbers.quartiles;
  return [
    customersColumn(table, limit),
    ["counts", column(table, table.counts, limit)],
    ["revenue", column(table, table.revenue, limit, unit)],
    ["orders", own(numbers.orders)],
    ["lowerQuartile", own(lower, unit)],
    ["median", own(median, unit)],
    ["upperQuartile", own(upper, unit)],
    ["repeat", repeatCustomers(cube, table, cells)],
    ["rated", own(numbers.rated)],
    ["ratingSum", own(numbers.ratingSum, 100)],
    ["previousKnown", own(numbers.previousKnown)],
    ["previousSum", own(numbers.previousSum)],
    ...withoutColumns(cube, table, cells, { unit, minimum }),
    ["locations", differentValues(cube, table, cells, "location")],
    ["differentProducts", differentValues(cube, table, cells, "product")],
    ["products", namedProducts(cube, table, cells, products)],
  ];
}

/** What of each selection has no value in the dimensions that shares are parts of; -1 where that is too few. */
function withoutColumns(
  cube: FilterCube,
  table: CellTable,
  cells: readonly number[],
  { unit, minimum }: { unit: number; minimum: number },
): Columns {
  return (["gender", "ageGroup", "persona", "rfm", "category"] as const).flatMap((id): Columns => {
    const found = splitOf(cube, table, id);
    if (found === null) return [];
    const { split, axis } = found;
    const read = (values: ArrayLike<number>, scale = 1) =>
      cells.map((cell) => {
        const place = split.cellOf(table.codesOf(cell).toSpliced(axis, 0, 0)) ?? 0;
        const people = (split.customers[place] ?? 0) + (split.guests[place] ?? 0);
        const few = people > 0 && people < minimum;
        return table.hidden[cell] === 1 || few ? -1 : toWhole((values[place] ?? 0) * scale);
      });
    const counts: Columns = [[`without.${id}`, read(id === "category" ? split.counts : split.customers)]];
    return id === "persona" ? [...counts, ["without.persona.revenue", read(split.revenue, unit)]] : counts;
  });
}

/** Customers of more than one order; -1 where these or the others are too few. */
function repeatCustomers(cube: FilterCube, table: CellTable, cells: readonly number[]): number[] {
  const found = splitOf(cube, table, "orders");
  if (found === null) return [];
  return cells.map((cell) => {
    const once = found.split.cellOf([...table.codesOf(cell), 1]) ?? 0;
    const hidden = table.hidden[cell] === 1 || found.split.hidden[once] === 1;
    return hidden ? -1 : (table.customers[cell] ?? 0) - (found.split.customers[once] ?? 0);
  });
}

/** How many different values purchases of each selection have. */
function differentValues(
  cube: FilterCube,
  table: CellTable,
  cells: readonly number[],
  id: "location" | "product",
): number[] {
  const found = splitOf(cube, table, id);
  if (found === null) return [];
  const { split, axis } = found;
  const size = split.axes[axis]?.size ?? 1;
  const stride = split.strides[axis] ?? 1;
  return cells.map((cell) => {
    if (table.hidden[cell] === 1) return -1;
    const first = split.cellOf(table.codesOf(cell).toSpliced(axis, 0, 0)) ?? 0;
    let different = 0;
    for (let code = 1; code < size; code += 1)
      if ((split.counts[first + code * stride] ?? 0) > 0) different += 1;
    return different;
  });
}

/** The products of most purchases of each selection, of those that enough customers bought. */
function namedProducts(
  cube: FilterCube,
  table: CellTable,
  cells: readonly number[],
  named: Map<number, number>,
): number[] {
  const found = splitOf(cube, table, "product");
  if (found === null) return [];
  const { split } = found;
  const size = split.axes.at(-1)?.size ?? 1;
  const codeOf = (product: number) => {
    const code = named.get(product) ?? named.size + 1;
    named.set(product, code);
    return code;
  };
  return cells.flatMap((cell) => {
    if (table.hidden[cell] === 1) return [-1];
    const first = split.cellOf([...table.codesOf(cell), 0]) ?? 0;
    const places = Array.from({ length: size - 1 }, (_, index) => first + index + 1)
      .filter((place) => split.hidden[place] === 0 && (split.counts[place] ?? 0) > 0)
      .sort((a, b) => (split.counts[b] ?? 0) - (split.counts[a] ?? 0) || a - b)
      .slice(0, mostProducts);
    return [places.length, ...places.flatMap((place) => [codeOf(place - first), split.counts[place] ?? 0])];
  });
}

/** The table that splits a selection's table by one more dimension, and the place of that one among its axes. */
function splitOf(cube: FilterCube, table: CellTable, id: string): { split: CellTable; axis: number } | null {
  const fields = new Set<string>([...table.axes.map(({ dimension }) => dimension.id), id]);
  if (fields.size === table.axes.length) return null;
  const key = tableKey(cube.dimensions.filter((dimension) => fields.has(dimension.id)));
  const split = cube.tables.get(key);
  const axis = split?.axes.findIndex(({ dimension }) => dimension.id === id) ?? -1;
  return split === undefined || axis < 0 ? null : { split, axis };
}

function customersColumn(table: CellTable, limit: Limit): Columns[number] {
  const fieldsAlone = table.axes.every(({ dimension }) => dimension.choices > 0);
  const all: Limit = ({ names }) => names.length;
  return ["customers", column(table, table.customers, isOfAllValues("customers", fieldsAlone) ? all : limit)];
}

/** The values of the published cells, -1 for the others. */
function column(table: CellTable, values: ArrayLike<number>, limit: Limit, scale = 1): number[] {
  return cellsIn(table, limit).map((cell) =>
    table.hidden[cell] === 1 ? -1 : toWhole((values[cell] ?? 0) * scale),
  );
}
