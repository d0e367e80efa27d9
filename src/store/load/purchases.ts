import type { Classified, RowKind } from "../../dataset/classify.ts";
import type { RowReader } from "./readers.ts";

/** What stands for a missing value in the columns of numbers below; no id is 0. */
const none = 0;

/** The lines of one kind, column by column, in the order of the rows. Ids are dense from 1; 0 is none. */
export interface Lines {
  count: number;
  /** The row of the raw table that each line was. */
  rows: Int32Array;
  order: Int32Array | undefined;
  customer: Int32Array;
  product: Int32Array | undefined;
  /** Days since 1970-01-01; every line has one where there are days. */
  day: Int32Array | undefined;
  quantity: Float64Array;
  amount: Float64Array;
  /** The first so many are rows of their own; those behind are amounts paid back of orders that stand. */
  kept: number;
}

/** Takes the lines of one kind out of the classified rows. */
export function takeLines(
  classified: Classified,
  kind: typeof RowKind.purchase | typeof RowKind.returned,
  readers: {
    order: RowReader | undefined;
    customer: RowReader;
    product: RowReader | undefined;
    day: RowReader | undefined;
  },
): Lines {
  const { kinds, quantities, amounts } = classified;
  const found = new Int32Array(kinds.length);
  let count = 0;
  for (let row = 0; row < kinds.length; row += 1) {
    if (kinds[row] === kind) found[count++] = row;
  }
  const rows = found.slice(0, count);
  const take = (read: RowReader) => rows.map((row) => read(row));
  return {
    count,
    rows,
    order: readers.order && take(readers.order),
    customer: take(readers.customer),
    product: readers.product && take(readers.product),
    day: readers.day && take(readers.day),
    quantity: takeNumbers(rows, (row) => quantities[row] ?? 0),
    // Data without money have none for any line.
    amount: takeNumbers(rows, (row) => amounts[row] || 0),
    kept: count,
  };
}

/** Returns with what was paid back in part: of an order, so that no product is named. */
export function withRefunds(
  returns: Lines,
  purchases: Lines,
  { refunds }: Pick<Classified, "refunds">,
): Lines {
  if (refunds === undefined) return returns;
  const refunded = [...purchases.rows.keys()].filter((line) => (refunds[purchases.rows[line] ?? 0] ?? 0) > 0);
  if (refunded.length === 0) return returns;
  const ints = (own: Int32Array, of: (line: number) => number) =>
    Int32Array.from([...own, ...refunded.map(of)]);
  const numbers = (own: Float64Array, of: (line: number) => number) =>
    Float64Array.from([...own, ...refunded.map(of)]);
  const { order, customer, day } = purchases;
  return {
    count: returns.count + refunded.length,
    kept: returns.count,
    rows: ints(returns.rows, (line) => purchases.rows[line] ?? 0),
    order: returns.order && ints(returns.order, (line) => order?.[line] ?? none),
    customer: ints(returns.customer, (line) => customer[line] ?? none),
    product: returns.product && ints(returns.product, () => none),
    day: returns.day && ints(returns.day, (line) => day?.[line] ?? none),
    quantity: numbers(returns.quantity, () => 0),
    amount: numbers(returns.amount, (line) => -(refunds[purchases.rows[line] ?? 0] ?? 0)),
  };
}

/** A number of each row. `Float64Array.from` would go through an iterator, ten times as slow. */
export function takeNumbers(rows: Int32Array, read: RowReader): Float64Array {
  const numbers = new Float64Array(rows.length);
  for (let line = 0; line < rows.length; line += 1) numbers[line] = read(rows[line] ?? 0);
  return numbers;
}
