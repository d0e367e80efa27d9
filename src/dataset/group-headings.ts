import type { FieldName } from "../fields/fields.ts";
import type { FileRows, RawTable } from "./raw-table.ts";
import type { TextColumn } from "./text-column.ts";
import { saysTotal } from "./total-rows.ts";

/** What programs of accounting group their lines by. */
const headings: readonly FieldName[] = [
  "customer",
  "customerName",
  "product",
  "category",
  "location",
  "shop",
];
/** So many groups it takes to see that they are some. */
const leastGroups = 2;

/**
 * Gives lines the name that stands alone in a row above them, as reports of accounting programs group their lines by customer
 * or product, and empties that row.
 */
export function fillGroups(table: RawTable): void {
  for (const file of table.files()) {
    for (const field of headings) {
      const column = table.hasField(file.firstRow, field) ? table.column(field) : undefined;
      if (column !== undefined) fillGroup(table, file, column);
    }
  }
}

function fillGroup(table: RawTable, { firstRow, endRow }: FileRows, column: TextColumn): void {
  // The first row of such a table is a heading: most files are told by it.
  const others = [...table.columns.values()].filter((other) => other !== column);
  const isBare = (row: number) => others.every((other) => other.code(row) === 0);
  if (column.code(firstRow) === 0 || !isBare(firstRow)) return;
  const names: number[] = [];
  for (let row = firstRow; row < endRow; row += 1) {
    if (column.code(row) === 0) continue;
    if (isBare(row)) names.push(row);
    else if (!saysTotal(column.text(column.code(row)))) return;
  }
  if (names.length < leastGroups) return;
  let name = 0;
  const isName = new Set(names);
  for (let row = firstRow; row < endRow; row += 1) {
    if (isName.has(row)) {
      name = column.code(row);
      column.setCode(row, 0);
    } else if (column.code(row) === 0 && !isBare(row)) column.setCode(row, name);
  }
}
