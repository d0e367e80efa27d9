import { holds, isClose, type MoneyColumns, mostLookedAt, type Reader } from "./money-columns.ts";

/** What a row's price makes of it; undefined where the file has no price. Looked for once. */
export function linePrice(columns: MoneyColumns): Reader | undefined {
  if (columns.linePrice === undefined) columns.linePrice = findLinePrice(columns) ?? null;
  return columns.linePrice ?? undefined;
}

/** Price × quantity, or the price where that is the line's already. */
function findLinePrice(columns: MoneyColumns): Reader | undefined {
  const price = columns.reader("price");
  const { file, quantity } = columns;
  if (price === undefined || columns.column("quantity") === undefined) return price;
  const known = file.platform?.priceIsLineTotal === true;
  if (!known && !growsWithQuantity(columns, price)) return (row) => quantity(row) * price(row);
  if (!known)
    columns.findings.warn(
      columns.remarkKind("price-is-total"),
      `${columns.quoted("price")} grows with the quantity of a product: it was read as the line's total, not as one piece's price.`,
    );
  return (row) => (quantity(row) < 0 && price(row) > 0 ? -price(row) : price(row));
}

/** Whether the price of a product that was bought in several quantities grows with them. */
function growsWithQuantity(columns: MoneyColumns, price: Reader): boolean {
  const { file, quantity } = columns;
  // In a list without products those of a category may cost the same.
  const product = columns.column("productCode", "product", "category");
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
