import { type Classified, RowKind } from "../../dataset/classify.ts";
import type { CleanTable } from "../../dataset/clean/clean-table.ts";
import { compareText } from "../../dataset/clean/text.ts";
import type { RawTable } from "../../dataset/raw-table.ts";
import { customerTraits, purchaseTraits } from "../../fields/traits.ts";
import type { PurchaseLines } from "../purchase-lines.ts";
import type { TableWriter } from "../table-writer.ts";
import { type CustomerColumn, writeCustomers, writeProducts } from "./dimensions.ts";
import { type Lines, takeLines, takeNumbers, withRefunds } from "./purchases.ts";
import { numberReader, orderReader, productReader, secondReader, wordReader } from "./readers.ts";
import { writeRatings, writeTotals } from "./totals.ts";
import { TraitWriter } from "./traits.ts";

/** Rows that were read, cleaned and sorted into purchases and the rest. */
export interface Cleaned {
  table: RawTable;
  clean: CleanTable;
  classified: Classified;
}

/**
 * Writes purchases and returns into the star schema, and its totals, and gives the purchases as arrays. A customer's
 * age, gender and the like are those of the customer's latest purchase that has them.
 */
export function load(writer: TableWriter, { table, clean, classified }: Cleaned): PurchaseLines {
  const insertTraits = writer.insert("traits", ["trait_id", "field", "value"]);
  const traits = new TraitWriter(insertTraits, table, clean);
  const traitColumns = traits.columns(purchaseTraits);
  const customerColumns: CustomerColumn[] = [
    ...traits.columns(customerTraits).map(({ column, read }) => ({
      column: `${column}_id`,
      read,
      missing: isNone,
      compare: (a: number, b: number) => compareText(traits.word(a), traits.word(b)),
    })),
    ...(["age", "previousPurchases"] as const).flatMap((field) => {
      const read = numberReader(table, clean, field);
      const column = field === "age" ? "age" : "previous_purchases";
      const compare = (a: number, b: number) => b - a;
      return read === undefined ? [] : [{ column, read, missing: Number.isNaN, compare }];
    }),
  ];
  insertTraits.finish();

  const customer = wordReader(table, clean, "customer") ?? (() => 0);
  const day = numberReader(table, clean, "date");
  const order = orderReader(table, clean, customer, day);
  const readers = { order, customer, product: productReader(table, clean), day };
  const purchases = takeLines(classified, RowKind.purchase, readers);
  const returns = withRefunds(takeLines(classified, RowKind.returned, readers), purchases, classified);
  const traitIds = traitColumns.map(({ column, read }) => ({
    column,
    ids: purchases.rows.map((row) => read(row)),
  }));
  const rating = numberReader(table, clean, "rating");
  const ratings = rating && takeNumbers(purchases.rows, rating);
  const second = secondReader(table, clean);
  const secondsOf = (lines: Lines) => second && takeNumbers(lines.rows, second);
  const seconds = secondsOf(purchases);

  // In the order of the schema: SQLite then writes the values as they come, a sixth faster.
  writeLines(writer, "transactions", purchases, [
    ...discountColumn(classified, purchases),
    ...(ratings === undefined ? [] : [{ column: "rating", values: ratings, ids: false }]),
    ...timeColumn(seconds),
    ...traitIds.map(({ column, ids }) => ({ column: `${column}_id`, values: ids, ids: true })),
  ]);
  // A cancelled line may carry its quantity without a minus: its money goes back all the same.
  const given = returns.amount.map((amount) => (Number.isNaN(amount) ? 0 : -Math.abs(amount)));
  writeLines(writer, "returns", { ...returns, amount: given }, [
    ...soldColumns(classified, returns),
    ...timeColumn(secondsOf(returns)),
  ]);
  writeCustomers(writer, purchases, customerColumns);
  writeProducts(writer, table, clean, purchases, returns);
  writeTotals(writer, purchases, traitIds);
  if (ratings !== undefined) writeRatings(writer, ratings);
  const { count, order: orders, customer: customers, product, day: days, amount, quantity } = purchases;
  return {
    count,
    order: orders,
    customer: customers,
    product,
    day: days,
    secondOfDay: seconds,
    amount,
    quantity,
    rating: ratings,
    traits: new Map(traitIds.map(({ column, ids }) => [column, ids])),
  };
}

interface LineColumn {
  column: string;
  values: Int32Array | Float64Array;
  /** Ids are never 0: that is none. */
  ids: boolean;
}

function writeLines(writer: TableWriter, name: string, lines: Lines, more: readonly LineColumn[]): void {
  const columns: LineColumn[] = [
    ...(lines.order === undefined ? [] : [{ column: "order_id", values: lines.order, ids: true }]),
    { column: "customer_id", values: lines.customer, ids: true },
    ...(lines.product === undefined ? [] : [{ column: "product_id", values: lines.product, ids: true }]),
    ...(lines.day === undefined ? [] : [{ column: "day", values: lines.day, ids: false }]),
    { column: "quantity", values: lines.quantity, ids: false },
    { column: "amount", values: lines.amount, ids: false },
    ...more,
  ];
  const insert = writer.insert(
    name,
    columns.map(({ column }) => column),
  );
  const row: (number | null)[] = columns.map(() => null);
  for (let line = 0; line < lines.count; line += 1) {
    for (let index = 0; index < columns.length; index += 1) {
      const column = columns[index];
      const value = column?.values[line] ?? 0;
      row[index] = Number.isNaN(value) || (value === 0 && column?.ids === true) ? null : value;
    }
    insert.add(row);
  }
  insert.finish();
}

/** What was taken off each line; nothing where the data know no discounts. */
function discountColumn({ discounts }: Classified, { rows }: Lines): LineColumn[] {
  if (discounts === undefined) return [];
  return [{ column: "discount_amount", values: takeNumbers(rows, (row) => discounts[row] ?? 0), ids: false }];
}

/** What returned lines had brought, and what had been taken off them, where they had been sales. */
function soldColumns({ soldReturns, amounts, discounts }: Classified, { rows, kept }: Lines): LineColumn[] {
  const sold = (line: number) => line < kept && soldReturns[rows[line] ?? 0] === 1;
  const column = (name: string, values: Float64Array): LineColumn => ({
    column: name,
    values: Float64Array.from(rows, (row, line) => (sold(line) ? (values[row] ?? Number.NaN) : Number.NaN)),
    ids: false,
  });
  return [
    column("sold", amounts),
    ...(discounts === undefined ? [] : [column("discount_amount", discounts)]),
  ];
}

function timeColumn(seconds: Float64Array | undefined): LineColumn[] {
  return seconds === undefined ? [] : [{ column: "second_of_day", values: seconds, ids: false }];
}

function isNone(id: number): boolean {
  return id === 0;
}
