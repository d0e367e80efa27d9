import type { RawTable } from "./raw-table.ts";

/**
 * Marks the rows (1) that another file holds already: order lines that equal one of an earlier file in every cell, as
 * often as that file has them. Without order numbers nothing proves that rows are the same purchases.
 *
 * @param equal for each row the first one, counted from 1, that it equals; 0 for none
 */
export function findOverlap(table: RawTable, equal: Int32Array): Uint8Array {
  const marks = new Uint8Array(table.rows);
  const orders = table.column("order");
  const files = table.files();
  if (orders === undefined || files.length < 2) return marks;
  // How often the files before have a row, and this one so far.
  const before = new Map<number, number>();
  for (const { firstRow, endRow } of files) {
    const here = new Map<number, number>();
    for (let row = firstRow; row < endRow; row += 1) {
      if (orders.code(row) === 0) continue;
      const first = equal[row] === 0 ? row : (equal[row] ?? 0) - 1;
      const times = (here.get(first) ?? 0) + 1;
      here.set(first, times);
      if (times <= (before.get(first) ?? 0)) marks[row] = 1;
    }
    for (const [first, times] of here) before.set(first, Math.max(times, before.get(first) ?? 0));
  }
  return marks;
}
