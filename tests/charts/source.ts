import { createFormatter } from "../../src/report/format.ts";
import type { Source } from "../../src/report/source.ts";
import { type Cell, reportOf, snapshot, type Table } from "../questions/open-rows.ts";

/** The source of figures for a snapshot: one customer a row. */
export function sourceOf(fields: readonly string[], rows: readonly (readonly Cell[])[]): Promise<Source> {
  return sourceOfTable(snapshot(fields, rows));
}

/** The source of figures for a table. */
export async function sourceOfTable(table: Table): Promise<Source> {
  return { report: await reportOf(table), format: createFormatter("en-US", "USD") };
}

/** Order lines of ten customers with the given number of orders in each month of 2024, from January on. */
export function ordersByMonth(...counts: number[]): Table {
  const rows = counts.flatMap((count, month) =>
    Array.from({ length: count }, (_, order): Cell[] => [
      `c${order % 10}`,
      `o${month}-${order}`,
      `2024-0${month + 1}-1${order % 10}`,
      10,
    ]),
  );
  return { header: ["Customer ID", "Order ID", "Date", "Amount"], rows };
}
