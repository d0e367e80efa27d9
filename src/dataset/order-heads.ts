import type { CleanTable } from "./clean/clean-table.ts";
import { moneyReaders, quantityReader } from "./money/money.ts";
import { isClose } from "./money/money-columns.ts";
import { groupRows } from "./money/order-groups.ts";
import type { FileRows, RawTable } from "./raw-table.ts";

/** Part of the orders with a row that names no product in which that row tells the others once more. */
const mostly = 0.8;
/** Of fewer orders it must be so in each. */
const fewOrders = 3;

/**
 * Marks the rows (1) that tell an order once more beside its lines, as eBay and tills export them: they name no product while
 * other rows of the order do, and their amount is the sum of the others', or they have none.
 */
export function orderHeads(table: RawTable, clean: CleanTable): Uint8Array {
  const marks = new Uint8Array(table.rows);
  const products = (["product", "productCode"] as const).flatMap((field) => table.column(field) ?? []);
  if (table.column("order") === undefined || products.length === 0) return marks;
  const readers = moneyReaders(table, clean);
  const quantity = quantityReader(table, clean);
  const money = (["amount", "grossAmount", "price", "subtotal", "orderTotal"] as const).flatMap(
    (field) => readers.get(field) ?? [],
  );
  /** What rows come to by each of the columns of money, piece by piece as well. */
  const sums = (rows: readonly number[]) =>
    money.flatMap((read) => [
      rows.reduce((all, row) => all + (read(row) || 0), 0),
      rows.reduce((all, row) => all + (read(row) * quantity(row) || 0), 0),
    ]);
  for (const file of table.files()) {
    const named = products.filter((column) => leavesOut(column, file));
    if (named.length === 0) continue;
    const isNamed = (row: number) => named.some((column) => column.code(row) !== 0);
    const found: number[] = [];
    let withHead = 0;
    let orders = 0;
    let proven = false;
    for (const rows of groupRows(table, file).several()) {
      const lines = rows.filter(isNamed);
      const others = rows.filter((row) => !isNamed(row));
      if (others.length === 0 || lines.length === 0) continue;
      orders += 1;
      const whole = sums(lines);
      const heads = others.filter((row) => {
        const own = money.map((read) => read(row));
        if (own.every((value) => Number.isNaN(value) || value === 0)) return Number.isNaN(quantity(row));
        const isWhole = own.some(
          (value, index) =>
            value !== 0 &&
            (isClose(value, whole[index * 2] ?? 0) || isClose(value, whole[index * 2 + 1] ?? 0)),
        );
        if (isWhole) proven = true;
        return isWhole;
      });
      if (heads.length === others.length) withHead += 1;
      found.push(...heads);
    }
    if (proven && withHead >= orders * (orders < fewOrders ? 1 : mostly))
      for (const row of found) marks[row] = 1;
  }
  return marks;
}

function leavesOut({ codes }: { codes: Int32Array }, { firstRow, endRow }: FileRows): boolean {
  const rows = codes.subarray(firstRow, endRow);
  return rows.includes(0);
}
