import { conceptsIn } from "../../fields/headers.ts";
import { linePrice } from "./line-price.ts";
import type { DiscountField, MoneyColumns, Reader } from "./money-columns.ts";

/**
 * What a discount is multiplied by to be a part of the amount: 1 where 0.2 stands for 20 %, 0.01 where 20 does; undefined
 * where discounts are amounts of money. A sign of per cent or the header says so, or what the lines came to, or that every
 * discount lies between 0 and 1 with no currency beside it.
 */
export function rateOf(columns: MoneyColumns, field: DiscountField): number | undefined {
  if (!columns.rates.has(field)) columns.rates.set(field, findRate(columns, field));
  return columns.rates.get(field);
}

function findRate(columns: MoneyColumns, field: DiscountField): number | undefined {
  const discount = columns.reader(field);
  if (discount === undefined) return undefined;
  let most = 0;
  let fractions = 0;
  let below = false;
  for (const row of columns.rows()) {
    const off = discount(row);
    if (Math.abs(off) > most) most = Math.abs(off);
    if (!Number.isNaN(off) && !Number.isInteger(off)) fractions += 1;
    if (off < 0) below = true;
  }
  const header = columns.header(field);
  const texts = columns.texts(field);
  if (texts.some((text) => /[%％]/.test(text))) return 0.01;
  if (/[%％]/.test(header) || conceptsIn(header).has("percent")) return most <= 1 ? 1 : 0.01;
  if (texts.some((text) => /\p{Sc}/u.test(text)) || below || most > 100) return undefined;
  const proven = provenRate(columns, discount);
  if (proven !== null) return proven;
  if (fractions > 0 && most <= 1) return 1;
  if (fractions === 0) tellWholeDiscounts(columns, field, discount);
  return undefined;
}

/** The rate by which what a line came to follows from its price; undefined for money, null where nothing proves it. */
function provenRate(columns: MoneyColumns, discount: Reader): number | undefined | null {
  const before = grossOf(columns);
  const after = (["amount", "orderTotal", "subtotal"] as const).flatMap(
    (field) => columns.reader(field) ?? [],
  );
  if (before === undefined) return null;
  const some = (row: number) => (discount(row) || 0) !== 0;
  for (const read of after) {
    if (columns.agree((row) => [before(row) - discount(row), read(row)], some)) return undefined;
    for (const rate of [0.01, 1])
      if (columns.agree((row) => [before(row) * (1 - discount(row) * rate), read(row)], some)) return rate;
  }
  return null;
}

/** Whole numbers up to 100 beside no currency may be per cent: nothing proves that they are money. */
function tellWholeDiscounts(columns: MoneyColumns, field: DiscountField, discount: Reader): void {
  const before = grossOf(columns);
  const concepts = conceptsIn(columns.header(field));
  if (before === undefined || concepts.has("amount") || concepts.has("total")) return;
  let all = 0;
  let apart = 0;
  for (const row of columns.rows()) {
    const gross = before(row) || 0;
    const off = discount(row) || 0;
    all += gross;
    apart += Math.abs(off - (gross * off) / 100);
  }
  columns.findings.guess(
    columns.remarkKind("discount-unit"),
    `${columns.quoted(field)} was read as amounts of money. If it is per cent, write a % behind its name or its values.`,
    apart,
    all,
  );
}

/** What a line would cost without a discount. */
function grossOf(columns: MoneyColumns): Reader | undefined {
  return linePrice(columns) ?? columns.reader("grossAmount");
}
