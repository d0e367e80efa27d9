import type { CleanTable } from "./clean/clean-table.ts";
import type { RawTable } from "./raw-table.ts";
import { RowKind } from "./row-kind.ts";

const day = 86_400;

/** The rows that decide whether a return undid a purchase. */
interface Lines {
  kinds: Uint8Array;
  amounts: Float64Array;
  quantities: Float64Array;
}

/**
 * Takes each return within 24 hours that undoes one purchase line out of both: the same customer, product, price and
 * quantity; of several purchases the latest before it. Rows without a time of day are undone on their own day only.
 * Gives the number of rows, of customers, and what the purchases among them came to.
 */
export function netReversals(
  table: RawTable,
  clean: CleanTable,
  { kinds, amounts, quantities }: Lines,
): { rows: number; value: number; customers: number } {
  const customer = words(table, clean, "customer");
  const productField = table.column("productCode") === undefined ? "product" : "productCode";
  const product = words(table, clean, productField);
  const second = moments(table, clean);
  if (customer === undefined || product === undefined || second === undefined)
    return { rows: 0, value: 0, customers: 0 };
  const returns: number[] = [];
  for (let row = 0; row < table.rows; row += 1) {
    if (
      kinds[row] === RowKind.returned &&
      customer(row) !== 0 &&
      product(row) !== 0 &&
      (quantities[row] ?? 0) < 0
    )
      returns.push(row);
  }
  if (returns.length === 0) return { rows: 0, value: 0, customers: 0 };
  const products = (clean.words.get(productField)?.words.length ?? 0) + 1;
  const keyOf = (row: number) => customer(row) * products + product(row);
  const cents = (row: number) => Math.round(Math.abs(amounts[row] ?? 0) * 100);
  const open = new Map<number, number[]>(returns.map((row) => [keyOf(row), []]));
  // Most customers bring nothing back: they are passed over before anything is looked up.
  const brings = new Uint8Array(clean.words.get("customer")?.words.length ?? 0);
  for (const row of returns) brings[customer(row)] = 1;
  for (let row = 0; row < table.rows; row += 1) {
    if (kinds[row] === RowKind.purchase && brings[customer(row)] === 1) open.get(keyOf(row))?.push(row);
  }
  let rows = 0;
  let value = 0;
  const who = new Set<number>();
  returns.sort((a, b) => second.at(a) - second.at(b) || a - b);
  for (const back of returns) {
    const at = second.at(back);
    const candidates = (open.get(keyOf(back)) ?? []).filter((row) => {
      if (kinds[row] !== RowKind.purchase || cents(row) !== cents(back)) return false;
      if (Math.abs(quantities[row] ?? 0) !== Math.abs(quantities[back] ?? 0)) return false;
      const since = at - second.at(row);
      return second.timed(back) && second.timed(row)
        ? since >= 0 && since <= day
        : Math.floor(at / day) === Math.floor(second.at(row) / day);
    });
    const [undone] = candidates.sort((a, b) => second.at(b) - second.at(a) || b - a);
    if (undone === undefined) continue;
    kinds[back] = RowKind.reversed;
    kinds[undone] = RowKind.reversed;
    rows += 2;
    value += amounts[undone] ?? 0;
    who.add(customer(undone));
  }
  return { rows, value, customers: who.size };
}

function words(table: RawTable, clean: CleanTable, field: "customer" | "product" | "productCode") {
  const column = table.column(field);
  const wordOf = clean.words.get(field)?.wordOf;
  return column === undefined || wordOf === undefined
    ? undefined
    : (row: number) => wordOf[column.code(row)] ?? 0;
}

/** Seconds since 1970-01-01 of each row, and whether its time of day is known. */
function moments(table: RawTable, clean: CleanTable) {
  const dates = table.column("date");
  const values = clean.numbers.get("date");
  if (dates === undefined || values === undefined) return undefined;
  const times = table.column("time");
  const clocks = clean.numbers.get("time")?.values;
  const clock = (row: number) => {
    const own = values.seconds?.[dates.code(row)] ?? Number.NaN;
    return Number.isNaN(own) && times !== undefined ? (clocks?.[times.code(row)] ?? Number.NaN) : own;
  };
  return {
    at: (row: number) => (values.values[dates.code(row)] ?? 0) * day + (clock(row) || 0),
    timed: (row: number) => !Number.isNaN(clock(row)),
  };
}
