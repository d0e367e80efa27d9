import { smallGroup } from "../schema.ts";
import type { TableWriter } from "../table-writer.ts";
import type { Lines } from "./purchases.ts";

/**
 * Purchases, customers and revenue by dense id (0: the lines that have none). Sums are compensated after
 * Neumaier, as SQLite's SUM is.
 */
class Totals {
  readonly purchases: Uint32Array;
  readonly customers: Uint32Array;
  readonly #sums: Float64Array;
  readonly #lost: Float64Array;
  readonly #lastCustomer: Int32Array;

  constructor(ids: number) {
    this.purchases = new Uint32Array(ids + 1);
    this.customers = new Uint32Array(ids + 1);
    this.#sums = new Float64Array(ids + 1);
    this.#lost = new Float64Array(ids + 1);
    this.#lastCustomer = new Int32Array(ids + 1);
  }

  /** Adds a line. Lines must come customer by customer: a customer is told from the one before, not looked up. */
  add(id: number, customer: number, amount: number): void {
    this.purchases[id] = (this.purchases[id] ?? 0) + 1;
    const sum = this.#sums[id] ?? 0;
    const next = sum + amount;
    this.#lost[id] =
      (this.#lost[id] ?? 0) + (Math.abs(sum) >= Math.abs(amount) ? sum - next + amount : amount - next + sum);
    this.#sums[id] = next;
    if (customer !== 0 && this.#lastCustomer[id] !== customer) {
      this.#lastCustomer[id] = customer;
      this.customers[id] = (this.customers[id] ?? 0) + 1;
    }
  }

  revenue(id: number): number {
    return (this.#sums[id] ?? 0) + (this.#lost[id] ?? 0);
  }
}

/** The numbers of the lines, customer by customer, guests first: a counting sort, stable. */
function byCustomer({ count, customer }: Pick<Lines, "count" | "customer">): Int32Array {
  const starts = new Int32Array(highest(customer) + 2);
  for (const id of customer) starts[id + 1] = (starts[id + 1] ?? 0) + 1;
  for (let id = 1; id < starts.length; id += 1) starts[id] = (starts[id] ?? 0) + (starts[id - 1] ?? 0);
  const sorted = new Int32Array(count);
  for (let line = 0; line < count; line += 1) {
    const id = customer[line] ?? 0;
    const at = starts[id] ?? 0;
    starts[id] = at + 1;
    sorted[at] = line;
  }
  return sorted;
}

/** Totals of the lines by a column of ids. */
function totalsBy(ids: Int32Array, lines: Lines, order: Int32Array): Totals {
  const totals = new Totals(highest(ids));
  for (const line of order) totals.add(ids[line] ?? 0, lines.customer[line] ?? 0, lines.amount[line] ?? 0);
  return totals;
}

/**
 * Writes the tables of totals that the schema describes, so that questions on groups need not scan the
 * lines. SQL would have to sort all lines for each of them.
 */
export function writeTotals(
  writer: TableWriter,
  lines: Lines,
  traits: readonly { column: string; ids: Int32Array }[],
): void {
  const order = byCustomer(lines);
  const small = writer.insert("small_groups", ["field", "group_id", "customer_id"]);
  const insertTraits = writer.insert("trait_totals", [
    "field",
    "trait_id",
    "customers",
    "purchases",
    "revenue",
  ]);
  for (const { column, ids } of traits) {
    const totals = totalsBy(ids, lines, order);
    eachSmall(totals, ids, lines, order, (id, customer) => small.add([column, id, customer]));
    eachUsed(totals, (id) =>
      insertTraits.add([
        column,
        id || null,
        totals.customers[id] ?? 0,
        totals.purchases[id] ?? 0,
        totals.revenue(id),
      ]),
    );
  }
  insertTraits.finish();
  if (lines.product !== undefined) {
    const totals = totalsBy(lines.product, lines, order);
    eachSmall(totals, lines.product, lines, order, (id, customer) => small.add(["product", id, customer]));
    const insert = writer.insert("product_totals", ["product_id", "customers", "purchases", "revenue"]);
    eachUsed(totals, (id) =>
      insert.add([id || null, totals.customers[id] ?? 0, totals.purchases[id] ?? 0, totals.revenue(id)]),
    );
    insert.finish();
  }
  small.finish();
  const customers = totalsBy(lines.customer, lines, order);
  const insertCustomers = writer.insert("customer_totals", ["customer_id", "purchases", "revenue"]);
  eachUsed(customers, (id) =>
    insertCustomers.add([id || null, customers.purchases[id] ?? 0, customers.revenue(id)]),
  );
  insertCustomers.finish();
  if (lines.order !== undefined) writeOrders(writer, lines, lines.order, order);
}

/** Writes how many purchases have each rating; NaN is none. */
export function writeRatings(writer: TableWriter, ratings: Float64Array): void {
  const counts = new Map<number, number>();
  for (const rating of ratings) {
    if (!Number.isNaN(rating)) counts.set(rating, (counts.get(rating) ?? 0) + 1);
  }
  const insert = writer.insert("rating_totals", ["rating", "purchases"]);
  for (const [rating, purchases] of [...counts].sort(([a], [b]) => a - b)) insert.add([rating, purchases]);
  insert.finish();
}

function writeOrders(writer: TableWriter, lines: Lines, orders: Int32Array, order: Int32Array): void {
  const totals = totalsBy(orders, lines, order);
  const customer = new Int32Array(totals.purchases.length);
  const first = new Int32Array(totals.purchases.length).fill(2 ** 31 - 1);
  const last = new Int32Array(totals.purchases.length).fill(-(2 ** 31));
  lines.rows.forEach((_, line) => {
    const id = orders[line] ?? 0;
    customer[id] = lines.customer[line] || customer[id] || 0;
  });
  const { day } = lines;
  day?.forEach((each, line) => {
    const id = orders[line] ?? 0;
    first[id] = Math.min(first[id] ?? 0, each);
    last[id] = Math.max(last[id] ?? 0, each);
  });
  const insert = writer.insert("orders", [
    "order_id",
    "customer_id",
    "day",
    "last_day",
    "purchases",
    "revenue",
  ]);
  eachUsed(totals, (id) =>
    insert.add([
      id,
      customer[id] || null,
      day === undefined ? null : (first[id] ?? null),
      day === undefined ? null : (last[id] ?? null),
      totals.purchases[id] ?? 0,
      totals.revenue(id),
    ]),
  );
  insert.finish();
}

/** Visits each customer of each group of few customers once. `order` goes customer by customer. */
function eachSmall(
  totals: Totals,
  ids: Int32Array,
  lines: Lines,
  order: Int32Array,
  visit: (id: number, customer: number) => void,
): void {
  const last = new Int32Array(totals.customers.length);
  for (const line of order) {
    const id = ids[line] ?? 0;
    const customer = lines.customer[line] ?? 0;
    if (id === 0 || customer === 0 || last[id] === customer || (totals.customers[id] ?? 0) > smallGroup)
      continue;
    last[id] = customer;
    visit(id, customer);
  }
}

function eachUsed({ purchases }: Totals, visit: (id: number) => void): void {
  purchases.forEach((count, id) => {
    if (count > 0) visit(id);
  });
}

function highest(ids: Int32Array): number {
  let most = 0;
  for (const id of ids) if (id > most) most = id;
  return most;
}
