import { conceptsIn } from "../../fields/headers.ts";
import { rateOf } from "./discount-rates.ts";
import { linePrice } from "./line-price.ts";
import type { MoneyColumns, Reader } from "./money-columns.ts";
import { type Base, isOrderTotal, isRepeated, orderAmount, shared } from "./order-amounts.ts";

/** What the columns of a file give as the money of a row; undefined where they hold none. */
export function baseAmounts(columns: MoneyColumns): Base | undefined {
  const amount = columns.reader("amount");
  const gross = columns.reader("grossAmount");
  const perPiece = linePrice(columns);
  if (amount === undefined) {
    if (gross !== undefined) return { base: gross, kind: "gross" };
    return perPiece === undefined ? orderAmount(columns) : { base: perPiece, kind: "gross" };
  }
  if (gross !== undefined && isPayout(columns, gross, amount))
    return withoutExtras(columns, gross, "afterDiscounts");
  const found =
    perPiece === undefined ? byOtherAmounts(columns, amount, gross) : byPrices(columns, amount, perPiece);
  if (found !== undefined) return found;
  if (perPiece === undefined) return withoutExtras(columns, amount);
  return { base: orElse(amount, perPiece), kind: "net" };
}

/** Whether an amount is the gross less a processor's fee, which is the shop's cost and no discount. */
function isPayout(columns: MoneyColumns, gross: Reader, amount: Reader): boolean {
  const fee = feeOf(columns);
  return fee !== undefined && columns.proves((row) => [gross(row) - fee(row), amount(row)], isThere(fee));
}

/** What quantity × price prove an amount to be: the order's, or one before discounts, or one that holds taxes or shipping. */
function byPrices(columns: MoneyColumns, amount: Reader, perPiece: Reader): Base | undefined {
  const { discount, extras } = columns;
  if (!columns.agree((row) => [perPiece(row), amount(row)]) && isOrderTotal(columns, amount, perPiece)) {
    columns.findings.warn(
      columns.remarkKind("order-total-repeated"),
      `${columns.quoted("amount")} repeats an order's total on each of its lines: price × quantity was taken for the line's amount.`,
    );
    return { base: perPiece, kind: "gross" };
  }
  const field = columns.discountField;
  const rate = field && rateOf(columns, field);
  const off = (row: number) =>
    rate === undefined ? (discount?.(row) ?? 0) : perPiece(row) * (discount?.(row) ?? 0) * rate;
  const after = (row: number) => perPiece(row) - off(row);
  /** Whether an amount is before discounts, by the rows that have one. */
  const isBefore = (more: Reader) =>
    discount === undefined ||
    columns.agree((row) => [added(perPiece(row), more(row)), amount(row)], isThere(off));
  for (const more of [extras, negative(feeOf(columns))]) {
    if (more === undefined) continue;
    const kind = isBefore(more) ? "gross" : "net";
    const goods = kind === "gross" ? perPiece : after;
    if (columns.proves((row) => [added(goods(row), more(row)), amount(row)], isThere(more)))
      return { base: orElse(without(amount, more), goods), kind };
  }
  // A rate beside an amount that is price × quantity may be in the price already.
  if (discount === undefined || rate !== undefined || !isBefore(() => 0)) return undefined;
  return { base: orElse(amount, perPiece), kind: "gross" };
}

/** What other amounts prove an amount to be: repeated on the order's lines, before discounts, or with taxes and shipping. */
function byOtherAmounts(columns: MoneyColumns, amount: Reader, gross: Reader | undefined): Base | undefined {
  if (isRepeated(columns, amount)) {
    columns.findings.warn(
      columns.remarkKind("order-total-repeated"),
      `${columns.quoted("amount")} repeats an order's total on each of its lines: it was counted once an order, and shared out among the lines evenly.`,
    );
    return { base: shared(columns, amount), kind: "afterDiscounts" };
  }
  const { discount, extras } = columns;
  const off = (row: number) => discount?.(row) ?? 0;
  const extra = (row: number) => extras?.(row) ?? 0;
  const hasExtra = isThere(extra);
  if (gross !== undefined)
    return columns.proves((row) => [gross(row) - off(row) + extra(row), amount(row)], hasExtra)
      ? { base: without(amount, extra), kind: "net" }
      : undefined;
  const subtotal = columns.reader("subtotal");
  if (
    subtotal !== undefined &&
    (columns.proves((row) => [subtotal(row) + extra(row), amount(row)], hasExtra) ||
      columns.proves((row) => [subtotal(row) - off(row) + extra(row), amount(row)], hasExtra))
  )
    return orderAmount(columns, amount);
  const total = columns.reader("orderTotal");
  if (total === undefined) return undefined;
  if (columns.proves((row) => [amount(row) - off(row) + extra(row), total(row)], isThere(off)))
    return { base: amount, kind: "gross" };
  // What was paid is the total, shipping and taxes included.
  return columns.proves((row) => [amount(row), total(row)], hasExtra) ? orderAmount(columns) : undefined;
}

/** An amount as it is; where it is what somebody paid, without the shipping and the taxes that stand beside it. */
function withoutExtras(columns: MoneyColumns, amount: Reader, kind: Base["kind"] = "net"): Base {
  const { extras } = columns;
  const concepts = conceptsIn(columns.header(kind === "net" ? "amount" : "grossAmount"));
  const isPaid =
    columns.file.platform?.amountsHoldExtras === true || concepts.has("paid") || concepts.has("payment");
  return { base: extras === undefined || !isPaid ? amount : without(amount, extras), kind };
}

/** An amount without what it holds besides goods. */
function without(amount: Reader, more: Reader): Reader {
  return (row) => added(amount(row), -more(row));
}

/** An amount with more in it: below zero that is below zero as well. */
function added(amount: number, more: number): number {
  return amount < 0 ? amount - more : amount + more;
}

/** An amount, or what stands for it where a row has none. */
function orElse(amount: Reader, other: Reader): Reader {
  return (row) => {
    const own = amount(row);
    return Number.isNaN(own) ? other(row) : own;
  };
}

/** A processor's fee, at or above zero. */
function feeOf(columns: MoneyColumns): Reader | undefined {
  const fee = columns.reader("fee");
  return fee && ((row) => Math.abs(fee(row) || 0));
}

function negative(read: Reader | undefined): Reader | undefined {
  return read && ((row) => -read(row));
}

function isThere(read: Reader): (row: number) => boolean {
  return (row) => read(row) !== 0;
}
