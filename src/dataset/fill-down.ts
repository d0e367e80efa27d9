import { type FieldName, fieldDefinition, fieldNames } from "../fields/fields.ts";
import type { FileRows, RawTable } from "./raw-table.ts";

/** The part of the orders of several lines that must say so. */
const mostly = 0.95;
/** So many orders of several lines it takes to see it. */
const leastOrders = 5;
/** Rows looked at. */
const mostLookedAt = 50_000;

/**
 * Gives the later lines of an order what stands on its first line only, as in a Shopify export: in files in which
 * some column of the order is filled on nearly every first line and on hardly any later one. Money stays where it is: an
 * order's amount belongs to the order once.
 */
export function fillDown(table: RawTable): void {
  for (const file of table.files()) {
    fillMerged(table, file);
    const columns = fieldNames
      .filter((field) => {
        const { level, rule } = fieldDefinition(field);
        return (
          level === "order" && rule !== "money" && field !== "order" && table.column(field) !== undefined
        );
      })
      .map((field) => ({ field, ...countLines(table, file, field) }));
    const shows =
      file.platform?.ordersOnFirstLine === true ||
      columns.some(
        ({ first, orders, later, empty }) =>
          first >= orders * mostly && empty >= later * mostly && later > 0 && orders >= leastOrders,
      );
    if (!shows) continue;
    for (const { field, later, empty } of columns) if (empty >= later * mostly) fill(table, file, field);
  }
}

/**
 * Gives lines of goods the order above them where a sheet has it once, in cells that were merged: none of them
 * says anything of an order, a buyer or a day.
 */
function fillMerged(table: RawTable, file: FileRows): void {
  const order = table.column("order");
  const ofOrder = merged.flatMap((field) =>
    table.hasField(file.firstRow, field) ? (table.column(field) ?? []) : [],
  );
  const goods = (["product", "productCode"] as const).flatMap((field) => table.column(field) ?? []);
  if (order === undefined || ofOrder.length === 0 || goods.length === 0 || order.code(file.firstRow) === 0)
    return;
  const bare: number[] = [];
  for (let row = file.firstRow; row < file.endRow; row += 1) {
    if (order.code(row) !== 0) continue;
    if (ofOrder.some((column) => column.code(row) !== 0)) return;
    if (goods.some((column) => column.code(row) !== 0)) bare.push(row);
  }
  const columns = fieldNames.flatMap((field) => {
    const { level, rule } = fieldDefinition(field);
    const isOrders = field === "order" || (level === "order" && rule !== "money");
    return isOrders ? (table.column(field) ?? []) : [];
  });
  for (const row of bare)
    for (const column of columns) if (column.code(row) === 0) column.setCode(row, column.code(row - 1));
}

/** What a line of its own would say. */
const merged = ["customer", "email", "phone", "customerName", "date"] as const;

/** Of orders of several lines: how many there are, how many have a value on their first line, and the same of later lines. */
function countLines(table: RawTable, file: FileRows, field: FieldName) {
  const column = table.column(field);
  const counts = { orders: 0, first: 0, later: 0, empty: 0 };
  const endRow = Math.min(file.endRow, file.firstRow + mostLookedAt);
  eachLater(table, { ...file, endRow }, (row) => {
    const isSecond = row - 1 === file.firstRow || orderOf(table, row - 2) !== orderOf(table, row - 1);
    if (isSecond) {
      counts.orders += 1;
      if (column?.code(row - 1) !== 0) counts.first += 1;
    }
    counts.later += 1;
    if (column?.code(row) === 0) counts.empty += 1;
  });
  return counts;
}

function fill(table: RawTable, file: FileRows, field: FieldName): void {
  const column = table.column(field);
  eachLater(table, file, (row) => {
    if (column?.code(row) === 0) column.setCode(row, column.code(row - 1));
  });
}

/** Visits the rows that follow a row of the same order. */
function eachLater(table: RawTable, { firstRow, endRow }: FileRows, visit: (row: number) => void): void {
  for (let row = firstRow + 1; row < endRow; row += 1) {
    const order = orderOf(table, row);
    if (order !== 0 && order === orderOf(table, row - 1)) visit(row);
  }
}

function orderOf(table: RawTable, row: number): number {
  return table.column("order")?.code(row) ?? 0;
}
