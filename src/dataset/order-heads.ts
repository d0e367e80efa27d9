import type { CleanTable } from "./clean/clean-table.ts";
import { moneyReaders, quantityReader } from "./money/money.ts";
import { isClose } from "./money/money-columns.ts";
import type { FileRows, RawTable } from "./raw-table.ts";
import type { TextColumn } from "./text-column.ts";

/** Part of the orders with a row that names no product in which that row tells the others once more. */
const mostly = 0.8;
/** Of fewer orders it must be so in each. */
const fewOrders = 3;
/** So many different orders of one line prove what one of several lines does: two equal amounts may be two pieces. */
const leastOfOneLine = 3;

/**
 * Marks the rows (1) that tell an order once more beside its lines, as eBay and tills export them: they name no product while
 * other rows of the order do, and their amount is the sum of the others', or they have none.
 */
export function orderHeads(table: RawTable, clean: CleanTable): Uint8Array {
  const marks = new Uint8Array(table.rows);
  const orders = table.column("order");
  const products = (["product", "productCode"] as const).flatMap((field) => table.column(field) ?? []);
  if (orders === undefined || products.length === 0) return marks;
  const readers = moneyReaders(table, clean);
  const quantity = quantityReader(table, clean);
  const money = (["amount", "grossAmount", "price", "subtotal", "orderTotal"] as const).flatMap(
    (field) => readers.get(field) ?? [],
  );
  /** What rows come to by each of the columns of money, piece by piece as well. */
  const sums = (rows: readonly number[]) =>
    money.map((read) => [
      rows.reduce((all, row) => all + (read(row) || 0), 0),
      rows.reduce((all, row) => all + (read(row) * quantity(row) || 0), 0),
    ]);
  for (const file of table.files()) {
    const named = products.filter(({ codes }) => codes.subarray(file.firstRow, file.endRow).includes(0));
    if (named.length === 0) continue;
    const found: number[] = [];
    let withHead = 0;
    /** Orders whose row is the sum of several others, and the amounts of those where it equals one. */
    let sumsOfSeveral = 0;
    const equalOnes = new Set<number>();
    const mixed = mixedOrders(orders, file, (row) => named.some((column) => column.code(row) !== 0));
    for (const { lines, others } of mixed) {
      const whole = sums(lines);
      const heads = others.filter((row) => {
        const own = money.map((read) => read(row));
        if (own.every((value) => Number.isNaN(value) || value === 0)) return Number.isNaN(quantity(row));
        const column = own.findIndex(
          (value, index) => value !== 0 && whole[index]?.some((sum) => isClose(value, sum)) === true,
        );
        const read = money[column];
        if (read === undefined) return false;
        if (lines.filter((line) => (read(line) || 0) !== 0).length > 1) sumsOfSeveral += 1;
        else equalOnes.add(read(row));
        return true;
      });
      if (heads.length === others.length) withHead += 1;
      found.push(...heads);
    }
    const least = mixed.length < fewOrders ? mixed.length : mixed.length * mostly;
    const proven = sumsOfSeveral > 0 || equalOnes.size >= leastOfOneLine;
    if (proven && withHead >= least) for (const row of found) marks[row] = 1;
  }
  return marks;
}

/** The orders of a file that have rows with a product and rows without. Most files have none: they are told before any is gathered. */
function mixedOrders(
  orders: TextColumn,
  { firstRow, endRow }: FileRows,
  isNamed: (row: number) => boolean,
): { lines: number[]; others: number[] }[] {
  const seen = new Uint8Array(orders.texts.length);
  for (let row = firstRow; row < endRow; row += 1) {
    const order = orders.code(row);
    if (order !== 0) seen[order] = (seen[order] ?? 0) | (isNamed(row) ? 1 : 2);
  }
  const mixed = new Map<number, { lines: number[]; others: number[] }>();
  for (let row = firstRow; row < endRow; row += 1) {
    const order = orders.code(row);
    if (seen[order] !== 3) continue;
    let rows = mixed.get(order);
    if (rows === undefined) {
      rows = { lines: [], others: [] };
      mixed.set(order, rows);
    }
    (isNamed(row) ? rows.lines : rows.others).push(row);
  }
  return [...mixed.values()];
}
