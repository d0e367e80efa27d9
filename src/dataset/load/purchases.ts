import type { Classified, RowKind } from "../classify.ts";
import type { RowReader } from "./readers.ts";

/** What stands for a missing value in the columns of numbers below; no id is 0. */
export const none = 0;

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
  const count = classified.kinds.reduce((total, each) => total + (each === kind ? 1 : 0), 0);
  const rows = new Int32Array(count);
  let next = 0;
  classified.kinds.forEach((each, row) => {
    if (each === kind) rows[next++] = row;
  });
  const take = (read: RowReader) => rows.map((row) => read(row));
  return {
    count,
    rows,
    order: readers.order && take(readers.order),
    customer: take(readers.customer),
    product: readers.product && take(readers.product),
    day: readers.day && take(readers.day),
    quantity: Float64Array.from(rows, (row) => classified.quantities[row] ?? 0),
    amount: Float64Array.from(rows, (row) => classified.amounts[row] ?? 0),
  };
}
