import { conceptsIn } from "../../fields/headers.ts";
import type { Money } from "./amounts.ts";
import { isClose, type MoneyColumns, type Reader } from "./money-columns.ts";
import { type Base, shared } from "./order-amounts.ts";

export type DiscountField = "discountAmount" | "lineDiscount";

/** Takes discounts off gross amounts: those of lines, then what is left of those of orders, spread over their lines. */
export function takeDiscounts(columns: MoneyColumns, money: Money): void {
  const line = columns.reader("lineDiscount");
  const order = columns.reader("discountAmount");
  const ofOrder = order !== undefined && isOrders(columns, order, money);
  const within =
    line !== undefined &&
    order !== undefined &&
    rateOf(columns, "discountAmount") === undefined &&
    holdsLines(columns, line, order, ofOrder, money);
  if (line !== undefined) takeOff(columns, money, "lineDiscount", line);
  if (order === undefined) return;
  if (ofOrder) spread(columns, money, order, within ? line : undefined);
  else if (!within) takeOff(columns, money, "discountAmount", order);
}

/** Tells what was taken off amounts that are after discounts already, for gross sales. */
export function tellDiscounts(
  columns: MoneyColumns,
  { amounts, discounts }: Money,
  kind: Exclude<Base["kind"], "gross">,
): void {
  if (discounts === undefined) return;
  const field = columns.reader("discountAmount") === undefined ? "lineDiscount" : "discountAmount";
  const { discount } = columns;
  const gross = kind === "net" ? columns.reader("grossAmount") : undefined;
  const rate = rateOf(columns, field);
  const ofOrder =
    rate === undefined && discount !== undefined && (kind === "afterDiscounts" || repeats(columns, discount));
  const off = ofOrder ? shared(columns, discount) : discount;
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

/** Whether a number is the same on all lines of nearly every order, and differs between orders. */
function repeats(columns: MoneyColumns, read: Reader): boolean {
  let several = 0;
  let constant = 0;
  const values = new Set<number>();
  for (const rows of columns.groups().several()) {
    const [first = 0, ...rest] = rows.map((row) => Math.abs(read(row) || 0));
    if (first === 0 && rest.every((each) => each === 0)) continue;
    several += 1;
    if (!rest.every((each) => isClose(each, first))) continue;
    constant += 1;
    values.add(first);
  }
  return constant >= several * 0.95 && values.size >= 3 && several >= 5;
}

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
  const column = columns.table.column(field);
  if (discount === undefined || column === undefined) return undefined;
  let most = 0;
  let fractions = 0;
  let below = false;
  for (const row of columns.rows()) {
    const off = discount(row);
    if (Math.abs(off) > most) most = Math.abs(off);
    if (!Number.isNaN(off) && !Number.isInteger(off)) fractions += 1;
    if (off < 0) below = true;
  }
  const header = columns.table.header(field);
  if (column.texts.some((text) => /[%％]/.test(text))) return 0.01;
  if (/[%％]/.test(header) || conceptsIn(header).has("percent")) return most <= 1 ? 1 : 0.01;
  if (column.texts.some((text) => /\p{Sc}/u.test(text)) || below || most > 100) return undefined;
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
  const concepts = conceptsIn(columns.table.header(field));
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
    "discount-unit",
    `${columns.header(field)} was read as amounts of money. If it is per cent, write a % behind its name or its values.`,
    apart,
    all,
  );
}

/** What a line would cost without a discount. */
function grossOf(columns: MoneyColumns): Reader | undefined {
  const price = columns.reader("price");
  return price === undefined ? columns.reader("grossAmount") : (row) => price(row) * columns.quantity(row);
}

/** Whether a discount is the whole order's rather than the line's. */
function isOrders(columns: MoneyColumns, discount: Reader, { amounts }: Money): boolean {
  const { platform } = columns.file;
  if (platform?.discountOf !== undefined) return platform.discountOf === "order";
  const concepts = conceptsIn(columns.table.header("discountAmount"));
  if (concepts.has("line") || concepts.has("item")) return false;
  if (concepts.has("order") || concepts.has("basket")) return true;
  const comesTo = outcomeOf(columns);
  let once = 0;
  let each = 0;
  let firstOnly = 0;
  let several = 0;
  let all = 0;
  let apart = 0;
  for (const rows of columns.groups().all()) {
    const offs = rows.map((row) => Math.abs(discount(row) || 0));
    const sum = offs.reduce((total, off) => total + off, 0);
    const base = rows.reduce((total, row) => total + (amounts[row] || 0), 0);
    all += base;
    if (sum === 0 || rows.length < 2) continue;
    several += 1;
    const [first = 0, ...rest] = offs;
    apart += sum - first;
    if (first > 0 && rest.every((off) => off === 0)) firstOnly += 1;
    const whole = wholeOf(offs);
    if (whole === sum) continue;
    if (comesTo(rows, base, base - whole)) once += 1;
    if (comesTo(rows, base, base - sum)) each += 1;
  }
  if (once !== each) return once > each;
  if (several === 0) return false;
  if (firstOnly >= several * 0.9) return true;
  const isRepeated = repeats(columns, discount);
  if (isRepeated && rateOf(columns, "discountAmount") === undefined)
    columns.findings.guess(
      "discount-repeated",
      `${columns.header("discountAmount")} is the same on all lines of an order: it was taken for the order's discount, and off once. If it is each line's, say so in report.yaml:\ncolumns:\n  lineDiscount: ${columns.header("discountAmount")}`,
      apart,
      all,
    );
  return isRepeated;
}

/** Whether an order's discount holds those of its lines, as what the order came to proves, or as both are the same. */
function holdsLines(
  columns: MoneyColumns,
  line: Reader,
  order: Reader,
  ofOrder: boolean,
  { amounts }: Money,
): boolean {
  const comesTo = outcomeOf(columns);
  let within = 0;
  let beside = 0;
  let same = 0;
  let several = 0;
  for (const rows of columns.groups().all()) {
    const ofLines = rows.reduce((all, row) => all + Math.abs(line(row) || 0), 0);
    const told = rows.map((row) => Math.abs(order(row) || 0));
    const whole = ofOrder ? wholeOf(told) : told.reduce((all, off) => all + off, 0);
    if (ofLines === 0) continue;
    several += 1;
    if (isClose(ofLines, whole)) same += 1;
    const base = rows.reduce((all, row) => all + (amounts[row] || 0), 0);
    if (comesTo(rows, base, base - whole)) within += 1;
    if (comesTo(rows, base, base - whole - ofLines)) beside += 1;
  }
  if (within !== beside) return within > beside;
  return several > 0 && same >= several * 0.9;
}

/** Whether an order came to an amount after discounts, as its own columns say; a subtotal may be before them and proves nothing. */
function outcomeOf(
  columns: MoneyColumns,
): (rows: readonly number[], before: number, after: number) => boolean {
  const subtotal = columns.reader("subtotal");
  const total = columns.reader("orderTotal");
  const extras = columns.extras;
  const told: Reader[] = [];
  if (subtotal !== undefined) told.push(subtotal);
  if (total !== undefined) told.push((row) => total(row) - (extras?.(row) ?? 0));
  return (rows, before, after) =>
    told.some((read) => {
      const value = rows.map(read).find((each) => !Number.isNaN(each)) ?? Number.NaN;
      return !isClose(value, before) && isClose(value, after);
    });
}

/** An order's discount: the same on every line is the order's, told again; different amounts are parts of it. */
function wholeOf(offs: readonly number[]): number {
  const filled = offs.filter((off) => off > 0);
  const [first = 0] = filled;
  return filled.every((off) => isClose(off, first)) ? first : filled.reduce((all, off) => all + off, 0);
}

function takeOff(
  columns: MoneyColumns,
  { amounts, discounts }: Money,
  field: DiscountField,
  discount: Reader,
): void {
  const rate = rateOf(columns, field);
  for (const row of columns.rows()) {
    const before = amounts[row] ?? Number.NaN;
    const off = Math.abs(discount(row) || 0);
    if (off === 0 || !(before > 0)) continue;
    const given = Math.min(before, rate === undefined ? off : before * off * rate);
    amounts[row] = before - given;
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
    const taken = within === undefined ? 0 : rows.reduce((all, row) => all + Math.abs(within(row) || 0), 0);
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
