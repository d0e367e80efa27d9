import type { RawTable } from "./raw-table.ts";

/**
 * Gives for each row the first one, counted from 1, that it equals in every cell; 0 for the first of equals.
 * Open addressing over row numbers, exact for mapped cells: a Set of joined texts would hold all text again.
 */
export function findDuplicates(table: RawTable): Int32Array {
  const { rows } = table;
  const columns = [...table.columns.values()].map((column) => column.codes);
  const size = 2 ** Math.ceil(Math.log2(Math.max(rows, 1) * 2 + 2));
  const slots = new Int32Array(size).fill(-1);
  // Rows of another hash are told by it alone: their cells lie far apart in memory.
  const hashes = new Int32Array(rows);
  const marks = new Int32Array(rows);
  const equal = (a: number, b: number) =>
    table.rest(a) === table.rest(b) && columns.every((codes) => codes[a] === codes[b]);
  for (let row = 0; row < rows; row += 1) {
    let hash = table.rest(row);
    for (const codes of columns) hash = Math.imul(hash ^ (codes[row] ?? 0), 0x9e3779b1) ^ (hash >>> 15);
    hash = Math.imul(hash ^ (hash >>> 13), 0x85ebca6b);
    hashes[row] = hash;
    let slot = (hash ^ (hash >>> 16)) & (size - 1);
    for (let other = slots[slot] ?? -1; other >= 0; other = slots[slot] ?? -1) {
      if (hashes[other] === hash && equal(other, row)) {
        marks[row] = other + 1;
        break;
      }
      slot = (slot + 1) & (size - 1);
    }
    if (marks[row] === 0) slots[slot] = row;
  }
  return marks;
}
