import type { FieldName } from "../../fields/fields.ts";
import type { CleanTable } from "../clean/clean-table.ts";
import type { Findings } from "../findings.ts";
import type { RawTable } from "../raw-table.ts";
import type { Standings } from "../standing.ts";
import type { Money } from "./amounts.ts";
import { baseAmounts } from "./base-amounts.ts";
import { takeDiscounts, tellDiscounts } from "./discounts.ts";
import { MoneyColumns, type Reader } from "./money-columns.ts";
import { readRefunds } from "./refunds.ts";

/** Fields of money, in the order in which they are read. */
const moneyFields = [
  "price",
  "amount",
  "grossAmount",
  "discountAmount",
  "lineDiscount",
  "refund",
  "orderTotal",
  "subtotal",
  "shippingAmount",
  "taxAmount",
  "tipAmount",
  "fee",
] as const satisfies readonly FieldName[];

/**
 * Works out what each row comes to, file by file: what the columns mean follows from their names and their arithmetic.
 *
 * @param leftOut rows that tell other rows' money once more
 */
export function readMoney(
  table: RawTable,
  clean: CleanTable,
  standings: Standings,
  leftOut: (row: number) => boolean,
  findings: Findings,
): Money {
  const readers = moneyReaders(table, clean);
  const has = (...fields: FieldName[]) => fields.some((field) => readers.has(field));
  const money: Money = {
    amounts: new Float64Array(table.rows).fill(Number.NaN),
    discounts: has("discountAmount", "lineDiscount", "grossAmount")
      ? new Float64Array(table.rows)
      : undefined,
    refunds: has("refund") ? new Float64Array(table.rows) : undefined,
    refunded: has("refund") ? new Uint8Array(table.rows) : undefined,
    known: has("price", "amount", "grossAmount", "orderTotal", "subtotal"),
  };
  const shared = { table, quantity: quantityReader(table, clean), standings, findings };
  for (const file of table.files()) {
    const columns = new MoneyColumns(shared, file, readers, leftOut);
    const found = baseAmounts(columns);
    if (found === undefined) continue;
    for (const row of columns.rows()) money.amounts[row] = found.base(row);
    if (found.kind === "gross") takeDiscounts(columns, money);
    else tellDiscounts(columns, money, found.kind);
    readRefunds(columns, money);
  }
  return money;
}

/** The columns of money by field. */
export function moneyReaders(table: RawTable, clean: CleanTable): Map<FieldName, Reader> {
  return new Map(
    moneyFields.flatMap((field) => {
      const column = table.column(field);
      const values = clean.numbers.get(field)?.values;
      if (column === undefined || values === undefined) return [];
      return [[field, (row: number) => values[column.code(row)] ?? Number.NaN] as const];
    }),
  );
}

/** The quantity of a row, 1 in files that have none; NaN where its own file has no readable one. */
export function quantityReader(table: RawTable, clean: CleanTable): Reader {
  const values = clean.numbers.get("quantity")?.values;
  const column = table.column("quantity");
  if (values === undefined || column === undefined) return () => 1;
  return (row) => {
    const units = values[column.code(row)] ?? Number.NaN;
    return Number.isNaN(units) && !table.hasField(row, "quantity") ? 1 : units;
  };
}
