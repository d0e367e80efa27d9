import { holds, isClose, type MoneyColumns, mostLookedAt, type Reader } from "./money-columns.ts";

/** A row's money before discounts (`gross`), or after them (`net`); of an order's amount shared out, `afterDiscounts`. */
export interface Base {
  base: Reader;
  kind: "gross" | "net" | "afterDiscounts";
}

/** What an order comes to, where only the order's amounts are there: without shipping, taxes and tips where they can be told. */
export function orderAmount(
  columns: MoneyColumns,
  total: Reader | undefined = columns.reader("orderTotal"),
): Base | undefined {
  const subtotal = columns.reader("subtotal");
  const { discount, extras } = columns;
  const extra = (row: number) => extras?.(row) ?? 0;
  if (subtotal !== undefined) {
    const before =
      total !== undefined &&
      discount !== undefined &&
      columns.agree(
        (row) => [subtotal(row) + extra(row) - discount(row), total(row)],
        (row) => discount(row) !== 0,
      );
    return { base: shared(columns, subtotal), kind: before ? "gross" : "afterDiscounts" };
  }
  if (total === undefined) return undefined;
  return { base: shared(columns, (row) => total(row) - extra(row)), kind: "afterDiscounts" };
}

/**
 * An order's amount, which may stand on one of its rows or on each, shared out among its rows. Different amounts on the rows of
 * an order are parts of it; where many orders have such, each row's amount is its own.
 */
export function shared(columns: MoneyColumns, ofOrder: Reader): Reader {
  const orders = columns.groups();
  const told = (rows: readonly number[]) => rows.map(ofOrder).filter((amount) => (amount || 0) !== 0);
  let several = 0;
  let same = 0;
  for (const rows of orders.several()) {
    const amounts = told(rows);
    if (amounts.length < 2) continue;
    several += 1;
    if (areEqual(amounts)) same += 1;
  }
  const areParts = same < several * holds;
  return (row) => {
    const rows = orders.rowsOf(row);
    if (rows.length === 1) return ofOrder(row);
    const amounts = told(rows);
    if (areParts && amounts.length === rows.length) return ofOrder(row);
    if (amounts.length === 0) return rows.some((each) => ofOrder(each) === 0) ? 0 : Number.NaN;
    return wholeOf(amounts) / rows.length;
  };
}

/** What the rows of an order tell of it: the same on each is told again, different amounts are parts. */
export function wholeOf(amounts: readonly number[]): number {
  const filled = amounts.filter((amount) => amount !== 0);
  const [first = 0] = filled;
  return areEqual(filled) ? first : filled.reduce((all, amount) => all + amount, 0);
}

function areEqual(amounts: readonly number[]): boolean {
  const [first = 0] = amounts;
  return amounts.every((amount) => isClose(amount, first));
}

/** Whether an amount is that of the whole order on each of its lines, as price times quantity proves. */
export function isOrderTotal(columns: MoneyColumns, amount: Reader, perPiece: Reader): boolean {
  const { discount, extras } = columns;
  const refund = columns.reader("refund");
  let several = 0;
  let total = 0;
  let lines = 0;
  for (const rows of columns.groups().several()) {
    const sum = rows.reduce((all, row) => all + (perPiece(row) || 0), 0);
    const offs = rows.map((row) => discount?.(row) ?? 0);
    const off = offs.reduce((all, each) => all + each, 0);
    const [first = 0] = rows;
    const comes = [sum, sum - off, sum - (offs[0] ?? 0)];
    const extra = extras?.(first) ?? 0;
    const back = Math.abs(refund?.(first) || 0);
    if (back > 0) comes.push(sum - back);
    several += 1;
    if (
      rows.every((row) =>
        comes.some((each) => isClose(amount(row), each) || isClose(amount(row), each + extra)),
      )
    )
      total += 1;
    lines += rows.length;
    if (lines > mostLookedAt) break;
  }
  return several >= 2 && total >= several * holds;
}

/** Whether an amount is the same on all lines of nearly every order, though the lines are of different products. */
export function isRepeated(columns: MoneyColumns, amount: Reader): boolean {
  const product = columns.column("productCode", "product");
  if (product === undefined) return false;
  let several = 0;
  let repeated = 0;
  const values = new Set<number>();
  for (const rows of columns.groups().several()) {
    if (new Set(rows.map((row) => product.code(row))).size < 2) continue;
    several += 1;
    const [first = 0] = rows;
    if (rows.every((row) => isClose(amount(row), amount(first)))) {
      repeated += 1;
      values.add(amount(first));
    }
  }
  return several >= 5 && repeated >= several * 0.95 && values.size >= 3;
}
