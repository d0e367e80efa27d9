import type { CleanTable } from "../../dataset/clean/clean-table.ts";
import type { RawTable } from "../../dataset/raw-table.ts";
import type { TableWriter } from "../table-writer.ts";
import { ProductNames } from "./product-names.ts";
import type { Lines } from "./purchases.ts";
import type { RowReader } from "./readers.ts";

/** A column of the customers' table: a value of a row, NaN or 0 (for ids) where it has none. */
export interface CustomerColumn {
  column: string;
  read: RowReader;
  /** What says that a row has no value. */
  missing: (value: number) => boolean;
  /** Of two values of one day the one that stands, negative for the first: the order of the rows must not decide. */
  compare: (a: number, b: number) => number;
}

/** Writes each customer with the values of the latest purchase that has them; of one day, the first by `compare`. */
export function writeCustomers(writer: TableWriter, lines: Lines, columns: readonly CustomerColumn[]): void {
  // By id: ids are dense, and this runs once a line.
  const latest: ({ values: (number | null)[]; days: number[] } | undefined)[] = [];
  for (let line = 0; line < lines.count; line += 1) {
    const customer = lines.customer[line] ?? 0;
    if (customer === 0) continue;
    let known = latest[customer];
    if (known === undefined) {
      known = { values: columns.map(() => null), days: columns.map(() => Number.NEGATIVE_INFINITY) };
      latest[customer] = known;
    }
    const day = lines.day?.[line] ?? 0;
    for (let index = 0; index < columns.length; index += 1) {
      const column = columns[index];
      const value = column?.read(lines.rows[line] ?? 0) ?? Number.NaN;
      if (column === undefined || column.missing(value)) continue;
      const before = known.days[index] ?? 0;
      if (day < before || (day === before && column.compare(known.values[index] ?? 0, value) <= 0)) continue;
      known.values[index] = value;
      known.days[index] = day;
    }
  }
  const insert = writer.insert("customers", ["customer_id", ...columns.map(({ column }) => column)]);
  latest.forEach((known, customer) => {
    if (known !== undefined) insert.add([customer, ...known.values]);
  });
  insert.finish();
}

/**
 * Writes each product with its code and its commonest name among purchases, or among returns where nobody
 * purchased it. Products that share a name have their code behind it.
 */
export function writeProducts(
  writer: TableWriter,
  table: RawTable,
  clean: CleanTable,
  purchases: Lines,
  returns: Lines,
): void {
  const products = new ProductNames(table, clean);
  for (const { lines, weight } of [
    { lines: purchases, weight: 1 },
    { lines: returns, weight: 0 },
  ] as const) {
    for (let line = 0; line < lines.count; line += 1)
      products.note(lines.product?.[line] ?? 0, lines.rows[line] ?? 0, weight);
  }
  const insert = writer.insert("products", ["product_id", "code", "name"]);
  for (const { id, code, name } of products.shown()) insert.add([id, code, name]);
  insert.finish();
}
