import { conceptsIn } from "../../fields/headers.ts";
import type { Money } from "./amounts.ts";
import { rateOf } from "./discount-rates.ts";
import { isClose, type MoneyColumns, type Reader } from "./money-columns.ts";
import { wholeOf } from "./order-amounts.ts";

/** Whether a discount is the whole order's rather than the line's. */
export function isOrders(columns: MoneyColumns, discount: Reader, { amounts }: Money): boolean {
  const { platform } = columns.file;
  if (platform?.discountOf !== undefined) return platform.discountOf === "order";
  const concepts = conceptsIn(columns.header("discountAmount"));
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
  if (several === 0) return false;
  if (rateOf(columns, "discountAmount") !== undefined) return firstOnly >= several * 0.9;
  if (once !== each) return once > each;
  if (firstOnly >= several * 0.9) return true;
  const isRepeated = repeats(columns, discount);
  if (isRepeated)
    columns.findings.guess(
      columns.remarkKind("discount-repeated"),
      `${columns.quoted("discountAmount")} is the same on all lines of an order: it was taken for the order's discount, and off once. If it is each line's, say so in report.yaml:\ncolumns:\n  lineDiscount: ${columns.quoted("discountAmount")}`,
      apart,
      all,
    );
  return isRepeated;
}

/**
 * Whether an order's discount holds those of its lines, as what the order came to proves, or as both are the same.
 *
 * @param line the money taken off each line
 */
export function holdsLines(
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
    const ofLines = rows.reduce((all, row) => all + line(row), 0);
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

/** Whether a number is the same on all lines of nearly every order, and differs between orders. */
export function repeats(columns: MoneyColumns, read: Reader): boolean {
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
