import type { Money } from "./amounts.ts";
import { rateOf } from "./discount-rates.ts";
import { linePrice } from "./line-price.ts";
import type { DiscountField, MoneyColumns, Reader } from "./money-columns.ts";
import { type Base, wholeOf } from "./order-amounts.ts";
import { holdsLines, isOrders, repeats } from "./order-discounts.ts";

/** Takes discounts off gross amounts: those of lines, then what is left of those of orders, spread over their lines. */
export function takeDiscounts(columns: MoneyColumns, money: Money): void {
  const line = columns.reader("lineDiscount");
  const order = columns.reader("discountAmount");
  const ofOrder = order !== undefined && isOrders(columns, order, money);
  const ofLines = line && offOf(columns, "lineDiscount", line, money);
  const within =
    ofLines !== undefined &&
    order !== undefined &&
    rateOf(columns, "discountAmount") === undefined &&
    holdsLines(columns, ofLines, order, ofOrder, money);
  if (ofLines !== undefined) takeOff(columns, money, ofLines);
  if (order === undefined) return;
  if (ofOrder) spread(columns, money, order, within ? ofLines : undefined);
  else if (!within) takeOff(columns, money, offOf(columns, "discountAmount", order, money));
}

/** Tells what was taken off amounts that are after discounts already, for gross sales. */
export function tellDiscounts(
  columns: MoneyColumns,
  { amounts, discounts }: Money,
  kind: Exclude<Base["kind"], "gross">,
): void {
  if (discounts === undefined) return;
  const { discount, discountField } = columns;
  const rate = discountField && rateOf(columns, discountField);
  // What a rate was taken off is the price, to the cent.
  const gross =
    kind === "net"
      ? (columns.reader("grossAmount") ?? (rate === undefined ? undefined : linePrice(columns)))
      : undefined;
  const ofOrder =
    rate === undefined && discount !== undefined && (kind === "afterDiscounts" || repeats(columns, discount));
  const off = ofOrder ? partOfOrders(columns, discount) : discount;
  for (const row of columns.rows()) {
    const net = amounts[row] ?? 0;
    const before = gross?.(row) ?? Number.NaN;
    const told = off?.(row) ?? 0;
    const part = rate === undefined ? 0 : Math.min(told * rate, 0.99);
    const given = rate === undefined ? told : (net * part) / (1 - part);
    const taken = Number.isNaN(before) ? given : before - net;
    discounts[row] = Number.isFinite(taken) ? taken : 0;
  }
}

/** Each row's part of what was taken off its order, by even shares. */
function partOfOrders(columns: MoneyColumns, discount: Reader): Reader {
  const orders = columns.groups();
  return (row) => {
    const rows = orders.rowsOf(row);
    return wholeOf(rows.map(discount)) / rows.length;
  };
}

/** The money that a column takes off each row, as the rows are now. */
function offOf(columns: MoneyColumns, field: DiscountField, discount: Reader, { amounts }: Money): Reader {
  const rate = rateOf(columns, field);
  const off = new Map<number, number>();
  for (const row of columns.rows()) {
    const told = Math.abs(discount(row) || 0);
    const before = amounts[row] || 0;
    if (told !== 0 && before > 0)
      off.set(row, Math.min(before, rate === undefined ? told : before * told * rate));
  }
  return (row) => off.get(row) ?? 0;
}

function takeOff(columns: MoneyColumns, { amounts, discounts }: Money, off: Reader): void {
  for (const row of columns.rows()) {
    const given = off(row);
    if (given === 0) continue;
    amounts[row] = (amounts[row] ?? 0) - given;
    if (discounts !== undefined) discounts[row] = (discounts[row] ?? 0) + given;
  }
}

/**
 * Spreads each order's discount over its lines in proportion, once, wherever it stands.
 *
 * @param within the discounts of lines that it holds, which are taken off already
 */
function spread(
  columns: MoneyColumns,
  { amounts, discounts }: Money,
  discount: Reader,
  within: Reader | undefined,
): void {
  const rate = rateOf(columns, "discountAmount");
  for (const rows of columns.groups().all()) {
    const told = rows.map((row) => Math.abs(discount(row) || 0));
    const taken = within === undefined ? 0 : rows.reduce((all, row) => all + within(row), 0);
    const whole = Math.max(0, wholeOf(told) - taken);
    const sum = rows.reduce((all, row) => all + Math.max(0, amounts[row] || 0), 0);
    if (whole === 0 || sum <= 0) continue;
    const part = Math.min(1, rate === undefined ? whole / sum : (told.find((off) => off > 0) ?? 0) * rate);
    for (const row of rows) {
      const before = amounts[row] ?? Number.NaN;
      if (!(before > 0)) continue;
      const given = before * part;
      amounts[row] = before - given;
      if (discounts !== undefined) discounts[row] = (discounts[row] ?? 0) + given;
    }
  }
}
