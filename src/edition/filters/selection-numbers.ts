import { quantile } from "../../statistics/describe/quantile.ts";
import type { PurchaseLines } from "../../store/purchase-lines.ts";
import { CellTable } from "./cell-table.ts";
import type { Dimension } from "./dimension.ts";
import { eachOrder, type OrderedLines } from "./order-counts.ts";

/** What numbers of selections are made of. */
export interface SelectionSources {
  lines: PurchaseLines;
  /** Months by which orders are counted, and the month of each line's order (from 1, 0 for none). */
  months: { names: readonly string[]; codes: Uint16Array } | null;
  /** Upper edges of the bins of orders' amounts, ascending. */
  spendEdges: readonly number[];
  /** Lower edges of the ranges of orders a customer, from 1 on; empty where there are no orders. */
  orderRanges: readonly number[];
  /** Previous purchases by customer's id, NaN for none; null where the data do not say. */
  previous: Float64Array | null;
  minimum: number;
}

/** Numbers of the cells of a table of selections. */
export interface SelectionNumbers {
  /** What the cells are; its counts stand in the cube's table of the same key. */
  table: CellTable;
  /** Orders, or purchases where there are no orders. */
  orders: Uint32Array;
  /** Lower quartile, median and upper quartile of what orders come to; NaN where they are fewer than the minimum. */
  quartiles: readonly [Float64Array, Float64Array, Float64Array];
  rated: Uint32Array;
  ratingSum: Float64Array;
  previousKnown: Uint32Array;
  previousSum: Float64Array;
}

/** What adding up cents as binary fractions may leave behind, relative to the sum. */
const noise = 1e-12;

/** Numbers of every cell of `table`, and the tables that split it by month, amount and number of orders. */
export function countSelection(
  { lines, months, spendEdges, orderRanges, previous, minimum }: SelectionSources,
  ordered: OrderedLines,
  byCustomer: Int32Array,
  table: CellTable,
  cellOf: Int32Array,
): { numbers: SelectionNumbers; tables: CellTable[] } {
  const { cells } = table;
  const byMonth = months && splitBy(table, "month", months.names, false);
  const bySpend = splitBy(table, "spend", spendEdges.map(String), false);
  const byOrders = orderRanges.length > 0 ? splitBy(table, "orders", orderRanges.map(String), true) : null;
  const orders = new Uint32Array(cells);
  const amounts: number[][] = Array.from({ length: cells }, () => []);
  const last = new Int32Array(cells);
  const run = new Int32Array(cells);
  const closeRun = (cell: number) => {
    const count = run[cell] ?? 0;
    const customer = last[cell] ?? 0;
    if (count === 0 || customer === 0) return;
    const range = orderRanges.findLastIndex((from) => from <= count) + 1;
    byOrders?.add(cell * (orderRanges.length + 1) + range, customer, 0);
  };
  eachOrder(lines, ordered, cellOf, cells, (cell, customer, line, amount) => {
    orders[cell] = (orders[cell] ?? 0) + 1;
    amounts[cell]?.push(amount);
    const bin = spendEdges.findIndex((edge) => amount <= edge * (1 + noise)) + 1;
    bySpend.add(cell * (spendEdges.length + 1) + bin, customer, amount);
    if (months !== null)
      byMonth?.add(cell * (months.names.length + 1) + (months.codes[line] ?? 0), customer, amount);
    if (last[cell] !== customer) {
      closeRun(cell);
      last[cell] = customer;
      run[cell] = 0;
    }
    run[cell] = (run[cell] ?? 0) + 1;
  });
  for (let cell = 0; cell < cells; cell += 1) closeRun(cell);
  return {
    numbers: {
      table,
      orders,
      quartiles: quartilesOf(amounts, minimum),
      ...sums(lines, previous, byCustomer, cells, cellOf),
    },
    tables: [bySpend, ...(byMonth === null ? [] : [byMonth]), ...(byOrders === null ? [] : [byOrders])],
  };
}

function splitBy(
  table: CellTable,
  id: Dimension["id"],
  names: readonly string[],
  ofCustomer: boolean,
): CellTable {
  const dimension = { id, names, choices: 0, complete: id !== "month", ofCustomer };
  return new CellTable([...table.axes, { dimension, size: names.length + 1 }]);
}

function quartilesOf(amounts: readonly number[][], minimum: number): SelectionNumbers["quartiles"] {
  const sorted = amounts.map((values) => Float64Array.from(values).sort());
  const at = (p: number) =>
    Float64Array.from(sorted, (values) => (values.length < minimum ? Number.NaN : quantile(values, p)));
  return [at(0.25), at(0.5), at(0.75)];
}

/** Ratings of purchases, and previous purchases of customers, each customer's once. */
function sums(
  { rating, customer }: PurchaseLines,
  previous: Float64Array | null,
  byCustomer: Int32Array,
  cells: number,
  cellOf: Int32Array,
): Pick<SelectionNumbers, "rated" | "ratingSum" | "previousKnown" | "previousSum"> {
  const rated = new Uint32Array(cells);
  const ratingSum = new Float64Array(cells);
  const previousKnown = new Uint32Array(cells);
  const previousSum = new Float64Array(cells);
  const last = new Int32Array(cells);
  for (const line of byCustomer) {
    const cell = cellOf[line] ?? 0;
    const given = rating?.[line] ?? Number.NaN;
    if (!Number.isNaN(given)) {
      rated[cell] = (rated[cell] ?? 0) + 1;
      ratingSum[cell] = (ratingSum[cell] ?? 0) + given;
    }
    const who = customer[line] ?? 0;
    if (who === 0 || last[cell] === who) continue;
    last[cell] = who;
    const before = previous?.[who] ?? Number.NaN;
    if (Number.isNaN(before)) continue;
    previousKnown[cell] = (previousKnown[cell] ?? 0) + 1;
    previousSum[cell] = (previousSum[cell] ?? 0) + before;
  }
  return { rated, ratingSum, previousKnown, previousSum };
}
