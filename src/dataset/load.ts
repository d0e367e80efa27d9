import { type Classified, RowKind } from "./classify.ts";
import type { CleanTable } from "./clean/clean-table.ts";
import { commonest } from "./clean/clean-words.ts";
import { caseKey } from "./clean/text.ts";
import type { SqlDatabase } from "./database.ts";
import type { FieldName } from "./fields.ts";
import type { RawTable } from "./raw-table.ts";
import { totals } from "./schema.ts";

/** Words of transactions that become `<column>_id`, and the fields they come from, best first. */
const transactionTraits: readonly { column: string; fields: readonly FieldName[] }[] = [
  { column: "location", fields: ["location", "country"] },
  { column: "category", fields: ["category"] },
  { column: "season", fields: ["season"] },
  { column: "size", fields: ["size"] },
  { column: "color", fields: ["color"] },
  { column: "payment_method", fields: ["paymentMethod"] },
  { column: "shipping_type", fields: ["shippingType"] },
  { column: "discount", fields: ["discount"] },
  { column: "promo_code", fields: ["promoCode", "discountCode"] },
];

const customerTraits: readonly { column: string; fields: readonly FieldName[] }[] = [
  { column: "gender", fields: ["gender"] },
  { column: "subscription", fields: ["subscription"] },
  { column: "preferred_payment_method", fields: ["preferredPaymentMethod"] },
  { column: "purchase_frequency", fields: ["purchaseFrequency"] },
];

type NumberOf = (row: number) => number | null;

/**
 * Writes purchases and returns into the star schema and builds its totals. A customer's age, gender and
 * the like are those of the customer's latest purchase that has them.
 */
export function load(
  database: SqlDatabase,
  table: RawTable,
  clean: CleanTable,
  classified: Classified,
): void {
  database.run("BEGIN");
  const traits = new TraitWriter(database, table, clean);
  const transactionColumns = traits.columns(transactionTraits);
  const customerColumns = [
    ...traits.columns(customerTraits),
    ...numberColumns(table, clean, [
      ["age", "age"],
      ["previous_purchases", "previousPurchases"],
    ]),
  ];
  traits.finish();
  const dayOf = numberColumns(table, clean, [["day", "date"]])[0]?.value;
  const customerOf = identity(table, clean, "customer");
  const orderOf = orderIdentity(table, clean, customerOf, dayOf);
  const productOf = productIdentity(table, clean);
  const rating = numberColumns(table, clean, [["rating", "rating"]]);

  const columns: { column: string; value: NumberOf }[] = [
    ...(orderOf ? [{ column: "order_id", value: orderOf }] : []),
    { column: "customer_id", value: customerOf },
    ...(productOf ? [{ column: "product_id", value: productOf }] : []),
    ...(dayOf ? [{ column: "day", value: dayOf }] : []),
    { column: "quantity", value: (row) => classified.quantities[row] ?? 0 },
    { column: "amount", value: (row) => classified.amounts[row] ?? 0 },
  ];
  writeRows(
    database,
    "transactions",
    [...columns, ...transactionColumns, ...rating],
    classified,
    RowKind.purchase,
    table.rows,
  );
  writeReturns(database, columns, classified, table.rows);
  writeCustomers(database, customerColumns, customerOf, dayOf, classified, table.rows);
  if (productOf) writeProducts(database, table, clean, productOf, classified);
  database.run(totals);
  database.run("COMMIT");
}

function writeRows(
  database: SqlDatabase,
  name: string,
  columns: readonly { column: string; value: NumberOf }[],
  classified: Classified,
  kind: number,
  rows: number,
): void {
  const insert = database.insert(
    name,
    columns.map(({ column }) => column),
  );
  const values: (number | null)[] = [];
  for (let row = 0; row < rows; row += 1) {
    if (classified.kinds[row] !== kind) continue;
    for (let index = 0; index < columns.length; index += 1)
      values[index] = columns[index]?.value(row) ?? null;
    insert.add(values);
  }
  insert.finish();
}

function writeReturns(
  database: SqlDatabase,
  columns: readonly { column: string; value: NumberOf }[],
  classified: Classified,
  rows: number,
): void {
  const known = columns.map(({ column, value }) =>
    column === "amount"
      ? { column, value: (row: number) => -Math.abs((value(row) ?? 0) || 0) }
      : { column, value },
  );
  writeRows(database, "returns", known, classified, RowKind.returned, rows);
}

function writeCustomers(
  database: SqlDatabase,
  columns: readonly { column: string; value: NumberOf }[],
  customerOf: NumberOf,
  dayOf: NumberOf | undefined,
  classified: Classified,
  rows: number,
): void {
  const latest = new Map<number, { values: (number | null)[]; days: number[] }>();
  for (let row = 0; row < rows; row += 1) {
    const customer = classified.kinds[row] === RowKind.purchase ? customerOf(row) : null;
    if (customer === null) continue;
    let known = latest.get(customer);
    if (known === undefined) {
      known = { values: columns.map(() => null), days: columns.map(() => Number.NEGATIVE_INFINITY) };
      latest.set(customer, known);
    }
    const day = dayOf?.(row) ?? 0;
    for (let index = 0; index < columns.length; index += 1) {
      const value = columns[index]?.value(row) ?? null;
      if (value !== null && day >= (known.days[index] ?? 0)) {
        known.values[index] = value;
        known.days[index] = day;
      }
    }
  }
  const insert = database.insert("customers", ["customer_id", ...columns.map(({ column }) => column)]);
  for (const [customer, { values }] of latest) insert.add([customer, ...values]);
  insert.finish();
}

function writeProducts(
  database: SqlDatabase,
  table: RawTable,
  clean: CleanTable,
  productOf: NumberOf,
  classified: Classified,
): void {
  const names = wordOf(table, clean, "product");
  const codes = wordOf(table, clean, "productCode");
  const products = new Map<number, { code: string | null; names: Map<string, number> }>();
  for (let row = 0; row < table.rows; row += 1) {
    const product =
      classified.kinds[row] === RowKind.purchase || classified.kinds[row] === RowKind.returned
        ? productOf(row)
        : null;
    if (product === null) continue;
    let known = products.get(product);
    if (known === undefined) {
      known = { code: codes?.(row) ?? null, names: new Map() };
      products.set(product, known);
    }
    const name = names?.(row) ?? null;
    // Names of returns only count where no purchase names the product.
    const weight = classified.kinds[row] === RowKind.purchase ? 1 : 0;
    if (name !== null) known.names.set(name, (known.names.get(name) ?? 0) + weight);
  }
  const shown = [...products].map(([id, { code, names: uses }]) => ({
    id,
    code,
    name: commonest(uses) || code || "Unnamed product",
  }));
  const shared = new Map<string, number>();
  for (const { name } of shown) shared.set(name, (shared.get(name) ?? 0) + 1);
  const insert = database.insert("products", ["product_id", "code", "name"]);
  for (const { id, code, name } of shown) {
    insert.add([id, code, code !== null && (shared.get(name) ?? 0) > 1 ? `${name} (${code})` : name]);
  }
  insert.finish();
}

/** Numbers the words of the trait fields and writes them. */
class TraitWriter {
  readonly #insert;
  readonly #table: RawTable;
  readonly #clean: CleanTable;
  #next = 1;

  constructor(database: SqlDatabase, table: RawTable, clean: CleanTable) {
    this.#insert = database.insert("traits", ["trait_id", "field", "value"]);
    this.#table = table;
    this.#clean = clean;
  }

  columns(
    wanted: readonly { column: string; fields: readonly FieldName[] }[],
  ): { column: string; value: NumberOf }[] {
    return wanted.flatMap(({ column, fields }) => {
      const field = fields.find((candidate) => this.#table.column(candidate) !== undefined);
      const texts = field === undefined ? undefined : this.#table.column(field);
      const words = field === undefined ? undefined : this.#clean.words.get(field);
      if (field === undefined || texts === undefined || words === undefined) return [];
      // A code column tells by being filled; an empty cell says that there was none.
      const presence = field === "discountCode";
      const values = presence ? ["No", ...words.words.slice(1).map(() => "Yes")] : words.words;
      const ids = new Int32Array(values.length);
      values.forEach((value, word) => {
        if (value === "") return;
        ids[word] = this.#next;
        this.#insert.add([this.#next, column, value]);
        this.#next += 1;
      });
      const value: NumberOf = (row) => ids[words.wordOf[texts.code(row)] ?? 0] || null;
      return [{ column: `${column}_id`, value }];
    });
  }

  finish(): void {
    this.#insert.finish();
  }
}

function numberColumns(
  table: RawTable,
  clean: CleanTable,
  wanted: readonly (readonly [string, FieldName])[],
): { column: string; value: NumberOf }[] {
  return wanted.flatMap(([name, field]) => {
    const column = table.column(field);
    const values = clean.numbers.get(field)?.values;
    if (column === undefined || values === undefined) return [];
    const value: NumberOf = (row) => {
      const number = values[column.code(row)] ?? Number.NaN;
      return Number.isNaN(number) ? null : number;
    };
    return [{ column: name, value }];
  });
}

/** A row's identifier as the number of its word; null where the cell is empty. */
function identity(table: RawTable, clean: CleanTable, field: FieldName): NumberOf {
  const column = table.column(field);
  const words = clean.words.get(field);
  if (column === undefined || words === undefined) return () => null;
  return (row) => words.wordOf[column.code(row)] || null;
}

/**
 * A row's order: its order number; where there is none, all that a customer buys on a day, each row of a
 * guest for itself. Undefined in a snapshot.
 */
function orderIdentity(
  table: RawTable,
  clean: CleanTable,
  customerOf: NumberOf,
  dayOf: NumberOf | undefined,
): NumberOf | undefined {
  if (table.column("order") !== undefined) return identity(table, clean, "order");
  if (dayOf === undefined) return undefined;
  const orders = new Map<string, number>();
  return (row) => {
    const key = customerOf(row) === null ? `row ${row}` : `${customerOf(row)} on ${dayOf(row)}`;
    let order = orders.get(key);
    if (order === undefined) {
      order = orders.size + 1;
      orders.set(key, order);
    }
    return order;
  };
}

/** A row's product by its code, trimmed and without regard to case; by its name where there is no code. */
function productIdentity(table: RawTable, clean: CleanTable): NumberOf | undefined {
  const codes = table.column("productCode");
  const names = table.column("product");
  const codeWords = clean.words.get("productCode");
  const nameWords = clean.words.get("product");
  const hasCodes = codes !== undefined && codeWords !== undefined;
  const hasNames = names !== undefined && nameWords !== undefined;
  if (!hasCodes && !hasNames) return undefined;
  const offset = codeWords?.words.length ?? 0;
  return (row) => {
    const code = hasCodes ? (codeWords.wordOf[codes.code(row)] ?? 0) : 0;
    if (code > 0) return code;
    const name = hasNames ? (nameWords.wordOf[names.code(row)] ?? 0) : 0;
    return name > 0 ? offset + name : null;
  };
}

function wordOf(
  table: RawTable,
  clean: CleanTable,
  field: FieldName,
): ((row: number) => string | null) | undefined {
  const column = table.column(field);
  const words = clean.words.get(field);
  if (column === undefined || words === undefined) return undefined;
  return (row) => words.words[words.wordOf[column.code(row)] ?? 0] || null;
}

/** Texts of a field in the form in which two spellings of one value are equal. */
export function knownKeys(table: RawTable, field: FieldName): ReadonlySet<string> {
  return new Set((table.column(field)?.texts ?? []).map(caseKey).filter((key) => key !== ""));
}
