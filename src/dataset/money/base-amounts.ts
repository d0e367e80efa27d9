import { conceptsIn } from "../../fields/headers.ts";
import { rateOf } from "./discounts.ts";
import { holds, isClose, type MoneyColumns, mostLookedAt, type Reader } from "./money-columns.ts";
import { type Base, isOrderTotal, isRepeated, orderAmount, shared } from "./order-amounts.ts";

/** What the columns of a file give as the money of a row; undefined where they hold none. */
export function baseAmounts(columns: MoneyColumns): Base | undefined {
  const price = columns.reader("price");
  const amount = columns.reader("amount");
  const gross = columns.reader("grossAmount");
  const perPiece = price === undefined ? undefined : linePrice(columns, price);
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
  return { base: (row) => (Number.isNaN(amount(row)) ? perPiece(row) : amount(row)), kind: "net" };
}

/** Whether an amount is the gross less a processor's fee, which is the shop's cost and no discount. */
function isPayout(columns: MoneyColumns, gross: Reader, amount: Reader): boolean {
  const fee = columns.reader("fee");
  return (
    fee !== undefined &&
    columns.agree(
      (row) => [gross(row) - Math.abs(fee(row)), amount(row)],
      (row) => fee(row) !== 0,
    )
  );
}

/** What quantity × price prove an amount to be: the order's, or one before discounts, or one that holds taxes or shipping. */
function byPrices(columns: MoneyColumns, amount: Reader, perPiece: Reader): Base | undefined {
  const { discount, extras } = columns;
  const isSum = columns.agree((row) => [perPiece(row), amount(row)]);
  if (!isSum && isOrderTotal(columns, amount, perPiece)) {
    columns.findings.warn(
      "order-total-repeated",
      `${columns.header("amount")} repeats an order's total on each of its lines: price × quantity was taken for the line's amount.`,
    );
    return { base: perPiece, kind: "gross" };
  }
  if (extras !== undefined && !isSum) {
    const some = (row: number) => extras(row) !== 0;
    if (columns.agree((row) => [perPiece(row) + extras(row), amount(row)], some))
      return { base: perPiece, kind: "gross" };
    if (
      discount !== undefined &&
      columns.agree((row) => [perPiece(row) - discount(row) + extras(row), amount(row)], some)
    )
      return { base: perPiece, kind: "gross" };
  }
  const fee = columns.reader("fee");
  if (fee !== undefined && !isSum) {
    const paid = (row: number) => perPiece(row) - (discount?.(row) ?? 0) - Math.abs(fee(row) || 0);
    if (
      columns.agree(
        (row) => [paid(row), amount(row)],
        (row) => (fee(row) || 0) !== 0,
      )
    )
      return { base: perPiece, kind: "gross" };
  }
  if (discount === undefined) return undefined;
  const field = columns.reader("discountAmount") === undefined ? "lineDiscount" : "discountAmount";
  const off = (row: number) => discount(row) !== 0;
  if (!columns.agree((row) => [perPiece(row), amount(row)], off) || rateOf(columns, field) !== undefined)
    return undefined;
  return { base: (row) => (Number.isNaN(amount(row)) ? perPiece(row) : amount(row)), kind: "gross" };
}

/** What other amounts prove an amount to be: repeated on the order's lines, before discounts, or with taxes and shipping. */
function byOtherAmounts(columns: MoneyColumns, amount: Reader, gross: Reader | undefined): Base | undefined {
  if (isRepeated(columns, amount)) {
    columns.findings.warn(
      "order-total-repeated",
      `${columns.header("amount")} repeats an order's total on each of its lines: it was counted once an order, and shared out among the lines evenly.`,
    );
    return { base: shared(columns, amount), kind: "afterDiscounts" };
  }
  const { discount, extras } = columns;
  const off = (row: number) => discount?.(row) ?? 0;
  const extra = (row: number) => extras?.(row) ?? 0;
  const hasExtra = (row: number) => extra(row) !== 0;
  if (gross !== undefined)
    return columns.agree((row) => [gross(row) - off(row) + extra(row), amount(row)], hasExtra)
      ? { base: gross, kind: "gross" }
      : undefined;
  const subtotal = columns.reader("subtotal");
  if (
    subtotal !== undefined &&
    (columns.agree((row) => [subtotal(row) + extra(row), amount(row)], hasExtra) ||
      columns.agree((row) => [subtotal(row) - off(row) + extra(row), amount(row)], hasExtra))
  )
    return orderAmount(columns, amount);
  const total = columns.reader("orderTotal");
  if (total === undefined) return undefined;
  if (
    columns.agree(
      (row) => [amount(row) - off(row) + extra(row), total(row)],
      (row) => off(row) !== 0,
    )
  )
    return { base: amount, kind: "gross" };
  // What was paid is the total, shipping and taxes included.
  return columns.agree((row) => [amount(row), total(row)], hasExtra) ? orderAmount(columns) : undefined;
}

/** An amount as it is; where it is what somebody paid, without the shipping and the taxes that stand beside it. */
function withoutExtras(columns: MoneyColumns, amount: Reader, kind: Base["kind"] = "net"): Base {
  const { extras } = columns;
  const concepts = conceptsIn(columns.table.header(kind === "net" ? "amount" : "grossAmount"));
  const isPaid =
    columns.file.platform?.amountsHoldExtras === true || concepts.has("paid") || concepts.has("payment");
  if (extras === undefined || !isPaid) return { base: amount, kind };
  return { base: (row) => (amount(row) > 0 ? amount(row) - extras(row) : amount(row) + extras(row)), kind };
}

/** Price × quantity, or the price where that is the line's already. */
function linePrice(columns: MoneyColumns, price: Reader): Reader {
  const { table, file, quantity } = columns;
  if (table.column("quantity") === undefined || !table.hasField(file.firstRow, "quantity")) return price;
  const known = file.platform?.priceIsLineTotal === true;
  if (!known && !growsWithQuantity(columns, price)) return (row) => quantity(row) * price(row);
  if (!known)
    columns.findings.warn(
      "price-is-total",
      `${columns.header("price")} grows with the quantity of a product: it was read as the line's total, not as one piece's price.`,
    );
  return (row) => (quantity(row) < 0 && price(row) > 0 ? -price(row) : price(row));
}

/** Whether the price of a product that was bought in several quantities grows with them. */
function growsWithQuantity({ table, file, quantity }: MoneyColumns, price: Reader): boolean {
  // In a list without products those of a category may cost the same.
  const product = table.column("productCode") ?? table.column("product") ?? table.column("category");
  if (product === undefined) return false;
  const { firstRow, endRow } = file;
  const seen = new Map<number, { units: number; price: number }>();
  let compared = 0;
  let same = 0;
  let growing = 0;
  for (let row = firstRow; row < Math.min(endRow, firstRow + mostLookedAt); row += 1) {
    const units = quantity(row);
    const each = price(row);
    const code = product.code(row);
    if (code === 0 || !(units > 0) || !(each > 0)) continue;
    const before = seen.get(code);
    if (before === undefined) {
      seen.set(code, { units, price: each });
      continue;
    }
    if (before.units === units) continue;
    compared += 1;
    if (isClose(before.price, each)) same += 1;
    else if (isClose(before.price / before.units, each / units, 0.01)) growing += 1;
  }
  // Prices that change all the time are in proportion to some quantity by chance.
  return growing >= 5 && growing >= (same + growing) * holds && growing * 2 >= compared;
}
